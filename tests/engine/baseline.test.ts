import { scoreOf } from '@shared/domain/fleet/verdict';
import { expect, it, onTestFinished, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { golden, minLength, openMeasured } from './open-measured';

const lifetime = 'config.session_settings.maximum_lifetime';

it('measures the fleet, takes exceptions until their time, and brings the rest to the baseline in one undo group', async () => {
  const fleet = await openMeasured();
  await fleet.keep('baseline', 'golden', golden({ [minLength]: 16 }));
  const all = await fleet.matrix({ limit: 200 });
  const [first, second] = all.rows;
  if (first === undefined || second === undefined) throw new Error('there are applications');
  expect(all).toMatchObject({ total: all.rows.length, paths: [minLength] });
  expect(await fleet.summary()).toMatchObject({ applications: all.total, drifting: all.total, score: 0 });
  expect(first.cells[0]).toMatchObject({ verdict: 'differs', expected: 16, source: { name: 'Golden' } });
  const found = first.cells[0]?.found ?? null;

  const accept = (until: number | null) =>
    fleet.keep('exception', `${first.id}:${minLength}`, {
      applicationId: first.id,
      path: minLength,
      value: found,
      until,
      reason: 'contract of 2024',
    });
  await accept(Date.now() + 60_000);
  expect(await fleet.matrix({ verdicts: ['accepted'] })).toMatchObject({
    total: 1,
    rows: [{ id: first.id }],
  });
  await accept(Date.now() - 1);
  expect(await fleet.matrix({ verdicts: ['expired'] })).toMatchObject({ total: 1 });
  await accept(null);

  const ids = all.rows.map(({ id }) => id);
  const brought = await fleet.bring({ applicationIds: ids });
  expect(brought).toMatchObject({ rejected: [], left: { accepted: 1 } });
  expect(brought.staged).toHaveLength(all.total - 1);
  // Measured by what the service holds; what is staged stands beside.
  expect((await fleet.matrix({ text: second.name })).rows[0]?.cells[0]).toMatchObject({
    verdict: 'differs',
    staged: { value: 16, verdict: 'same' },
  });
  expect(valueIn(await fleet.engine.call('undo', {})).count).toBe(all.total - 1);
  await fleet.bring({ applicationIds: ids });
  expect((await fleet.bring({ applicationIds: [first.id], oneByOne: true })).staged).toHaveLength(1);
  expect(await fleet.reconcile()).toMatchObject({ applied: all.total, refused: 0 });
  expect(await fleet.summary()).toMatchObject({ drifting: 0, score: 1, counts: { same: all.total } });
  const cell = await fleet.engine.call('fleetCell', { applicationId: first.id, path: minLength });
  expect(valueIn(cell)).toMatchObject({ verdict: 'same', since: { source: 'local' } });
});

it('what the admin staged himself is left alone in bulk, and counted', async () => {
  const fleet = await openMeasured();
  await fleet.keep('baseline', 'golden', golden({ [minLength]: 16 }));
  const { rows, total } = await fleet.matrix({ limit: 200 });
  const [first] = rows;
  if (first === undefined) throw new Error('there are applications');
  const base = first.cells[0]?.found ?? null;
  const action = { verb: 'update', field: minLength, value: 33, base } as const;
  valueIn(
    await fleet.engine.call('stage', { drafts: [{ entity: 'application', recordId: first.id, action }] }),
  );
  const applicationIds = rows.map(({ id }) => id);
  expect(await fleet.bring({ applicationIds, preview: true })).toMatchObject({ left: { differs: 1 } });
  expect((await fleet.bring({ applicationIds })).staged).toHaveLength(total - 1);
  const cell = await fleet.engine.call('fleetCell', { applicationId: first.id, path: minLength });
  expect(valueIn(cell)).toMatchObject({ staged: { value: 33 } });
});

it('what a plan does not hold is counted apart, until a write of it is taken', async () => {
  const fleet = await openMeasured();
  await fleet.keep('baseline', 'golden', golden({ [lifetime]: 3_600 }));
  const { rows, total } = await fleet.matrix({ limit: 200 });
  fleet.refuse(new RegExp(`${rows[0]?.id}/instances`));
  await fleet.bring({ applicationIds: rows.map(({ id }) => id) });
  await fleet.reconcile();
  fleet.heal();
  const { counts } = await fleet.summary();
  expect(counts.unlicensed).toBeGreaterThan(0);
  expect(counts.unlicensed + counts.same).toBe(total);
  expect(scoreOf(counts)).toBe(1);
  const open = valueIn(await fleet.engine.call('intents', { states: ['staged', 'refused'] }));
  valueIn(await fleet.engine.call('withdraw', { intentIds: open.map(({ id }) => id) }));
  expect((await fleet.summary()).counts).toEqual(counts);
  const again = await fleet.bring({ applicationIds: rows.map(({ id }) => id) });
  expect(again).toMatchObject({ staged: [], left: { unlicensed: counts.unlicensed } });
});

it('drift on the service is found at the next sync, with its time; filters and sorts tell it apart', async () => {
  const fleet = await openMeasured();
  const [first] = await fleet.rows('application');
  if (first === undefined) throw new Error('there are applications');
  const path = 'config.branding.sign_in_title';
  await fleet.ask(`/platform/applications/${first.id}/instances/production/config`, {
    method: 'PATCH',
    body: JSON.stringify({ branding: { sign_in_title: `Welcome to ${first.name}` } }),
  });
  await fleet.sync();
  await fleet.keep('baseline', 'golden', golden({ [path]: 'Welcome to {{name}}' }));
  expect(await fleet.matrix({ path, verdicts: ['same'] })).toMatchObject({
    total: 1,
    rows: [{ id: first.id }],
  });
  await fleet.ask(`/platform/applications/${first.id}/instances/production/config`, {
    method: 'PATCH',
    body: JSON.stringify({ branding: { sign_in_title: 'Hello' } }),
  });
  await fleet.sync();
  const [top] = (await fleet.matrix({ sort: { field: 'score', direction: 'asc' } })).rows;
  expect(top).toMatchObject({ id: first.id, score: 0 });
  expect(await fleet.matrix({ path, value: 'Hello' })).toMatchObject({ total: 1 });
  const drift = valueIn(await fleet.engine.call('fleetDrift', {}));
  expect(drift.deviations).toEqual([
    {
      applicationId: first.id,
      name: first.name,
      setting: 'branding.sign_in_title',
      expected: `Welcome to ${first.name}`,
      found: 'Hello',
      verdict: 'differs',
      baseline: 'Golden',
      since: expect.any(Number),
      by: 'service',
    },
  ]);
  // What a run from here made other is told apart.
  await fleet.stage({
    entity: 'application',
    recordId: first.id,
    action: { verb: 'update', field: path, value: 'Good day' },
  });
  await fleet.reconcile();
  const made = valueIn(await fleet.engine.call('fleetDrift', {}));
  expect(made.deviations).toMatchObject([{ found: 'Good day', by: 'here' }]);
  await fleet.keep('applicationGroup', 'others', {
    name: 'Others',
    where: [{ field: 'name', value: 'nobody' }],
  });
  expect(await fleet.matrix({ group: 'others' })).toMatchObject({ total: 0 });
});

it('what a given baseline leaves out must be there: an application, by a name of its own, or a setting of the baseline', async () => {
  const fleet = await openMeasured();
  const [first, second] = await fleet.rows('application');
  if (first === undefined || second === undefined) throw new Error('there are applications');
  const asked = { baseline: golden({ [minLength]: 16 }) as never };
  const drift = (more: object) => fleet.engine.call('fleetDrift', { ...asked, ...more });
  for (const [more, named] of [
    [{ ignore: ['auth_pasword.min_length'] }, 'auth_pasword.min_length'],
    [{ ignore: ['Nobody'] }, 'Nobody'],
    [{ ignore: ['branding.sign_in_title'] }, 'branding.sign_in_title'],
    [{ variables: { app_nobody: { tier: 'gold' } } }, 'app_nobody'],
  ] as const) {
    const refused = await drift(more);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-found' } });
    if (!refused.ok) expect(refused.error.message).toContain(`"${named}"`);
  }
  const found = valueIn(await drift({ ignore: [first.name, second.id] }));
  const ids = found.deviations.map(({ applicationId }) => applicationId);
  expect(ids).not.toContain(first.id);
  expect(ids).not.toContain(second.id);
  expect(ids.length).toBeGreaterThan(0);
  expect(valueIn(await drift({ ignore: ['auth_password.min_length'] })).deviations).toEqual([]);
  const brought = await fleet.bring({ ...asked, applicationIds: 'all', ignore: [first.name, second.id] });
  expect(brought.staged).toHaveLength(ids.length);
});

it('what was refused is left over, and goes with the next run of the same baseline alone', async () => {
  const fleet = await openMeasured();
  const asked = { baseline: golden({ [minLength]: 16 }), applicationIds: 'all', alone: true } as const;
  const [first] = await fleet.rows('application');
  fleet.refuse(new RegExp(`${first?.id}/instances`));
  await fleet.bring(asked);
  expect(await fleet.reconcile()).toMatchObject({ refused: 1 });
  fleet.heal();
  expect(await fleet.bring(asked)).toMatchObject({ staged: [], already: 1 });
  const other = await fleet.engine.call('bringToBaseline', {
    ...asked,
    baseline: golden({ [minLength]: 17 }) as never,
  });
  expect(other).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
});

it('what is not paid for is one setting, and says nothing of its neighbours', async () => {
  const fleet = await openMeasured();
  const idle = 'config.session_settings.inactivity_timeout';
  await fleet.keep('baseline', 'golden', golden({ [lifetime]: 3_600 }));
  const [first] = await fleet.rows('application');
  if (first === undefined) throw new Error('there are applications');
  fleet.refuse(new RegExp(`${first.id}/instances`));
  await fleet.bring({ applicationIds: [first.id] });
  await fleet.reconcile();
  fleet.heal();
  await fleet.keep('baseline', 'golden', golden({ [lifetime]: 3_600, [idle]: 1_234 }));
  const verdictOf = async (path: string) =>
    valueIn(await fleet.engine.call('fleetCell', { applicationId: first.id, path }))?.verdict;
  expect(await verdictOf(lifetime)).toBe('unlicensed');
  expect(await verdictOf(idle)).toBe('differs');
});

it('an exception that ends while somebody looks is told then, and by which entry it is', async () => {
  const fleet = await openMeasured();
  await fleet.keep('baseline', 'golden', golden({ [minLength]: 16 }));
  const [first] = (await fleet.matrix()).rows;
  if (first === undefined) throw new Error('there are applications');
  const exception = {
    applicationId: first.id,
    path: minLength,
    value: first.cells[0]?.found ?? null,
    until: Date.now() + 3_000,
    reason: 'for now',
  };
  await fleet.keep('exception', 'of-a-script', exception);
  const told: unknown[] = [];
  const asked = { applicationId: first.id, path: minLength };
  const end = fleet.engine.subscribe('fleetCell', asked, (cell) => told.push(cell));
  onTestFinished(end);
  const seen = (verdict: string) =>
    vi.waitFor(
      () =>
        expect(told.at(-1)).toMatchObject({ ok: true, value: { verdict, exception: { id: 'of-a-script' } } }),
      { timeout: 60_000 },
    );
  await seen('accepted');
  await seen('expired');
});
