import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { heldAt, plannedPolicy, threeWaves, type Waves } from './planned-policy';

it('an approval that is asked for while it is held counts for the next wave', async () => {
  const { fleet, order, patched, apply } = await plannedPolicy();
  const running = apply(threeWaves);
  await heldAt(fleet, 0);
  valueIn(await fleet.engine.call('requireApproval', { on: true }));
  valueIn(await fleet.engine.call('resumeApply', { wave: 0 }));
  expect(await running).toMatchObject({
    applied: 1,
    left: 23,
    stoppedBy: { code: 'not-approved' },
    waves: [{ end: 'clean' }, { end: 'not-sent' }, { end: 'not-sent' }],
  });
  expect(await patched()).toEqual([order[0]?.id]);
});

it('a value that is accepted while a run is held, or a limit that a plan gives no more, keeps the wave from being begun', async () => {
  const { fleet, order, patched, apply } = await plannedPolicy();
  const held = order[2];
  const recordId = RecordId.parse(held?.id);
  const path = 'config.auth_password.min_length';
  const rows = await fleet.rows('application');
  const value = Number(rows.find(({ id }) => id === recordId)?.server[path]);
  const running = apply({ ...threeWaves, stopAfter: 2 });
  await heldAt(fleet, 0);
  const accepted = { applicationId: recordId, path, value, reason: 'contract 7' };
  valueIn(
    await fleet.engine.call('writeBook', {
      book: 'exception',
      put: [{ id: `${recordId}:${path}`, value: accepted }],
    }),
  );
  valueIn(await fleet.engine.call('resumeApply', { wave: 0 }));
  const report = await running;
  expect(report).toMatchObject({
    applied: 1,
    refused: 0,
    left: 23,
    stoppedBy: { code: 'refused', message: expect.stringContaining('was accepted for it: contract 7') },
    waves: [{ end: 'clean' }, { end: 'not-sent' }, { end: 'not-sent' }],
  });
  expect(await patched()).toEqual([order[0]?.id]);
  // Planned anew that one step is refused, and the others go.
  const plan = await fleet.plan();
  expect(plan.steps.filter(({ verdict }) => verdict === 'refused').map(({ recordId: id }) => id)).toEqual([
    recordId,
  ]);
  const waves: Waves = { ...threeWaves, between: 'go-on' };
  const rest = await fleet.engine.call('apply', {
    planHash: plan.hash,
    resolutions: {},
    onRefusal: 'continue',
    waves,
  });
  expect(valueIn(rest)).toMatchObject({ applied: 22, refused: 1, left: 0, stoppedBy: null });
  expect(new Set(await patched())).not.toContain(recordId);

  // The plan book likewise.
  const [one, two] = rows;
  const write = (domains: number) =>
    fleet.engine.call('writeBook', {
      book: 'customerPlan',
      put: [{ id: 'base', value: { name: 'Base', limits: { domains } } }],
    });
  valueIn(await write(9));
  valueIn(
    await fleet.engine.call('writeBook', {
      book: 'customerSubscription',
      put: [one, two].map((row) => ({ id: row?.id ?? '', value: { plan: 'base', since: 0 } })),
    }),
  );
  valueIn(await fleet.engine.call('withdraw', { intentIds: [...(held?.intentIds ?? [])] }));
  await fleet.stage(
    ...[one, two].map((row, index) => ({
      entity: 'domain' as const,
      action: {
        verb: 'create' as const,
        values: { applicationId: row?.id ?? '', name: `more${index}.example` },
      },
    })),
  );
  const { hash } = await fleet.plan();
  const adding = fleet.engine.call('apply', {
    planHash: hash,
    resolutions: {},
    waves: { sizes: [{ kind: 'count', count: 1 }, { kind: 'all' }], between: 'ask' },
  });
  await heldAt(fleet, 0);
  valueIn(await write(1));
  valueIn(await fleet.engine.call('resumeApply', { wave: 0 }));
  expect(valueIn(await adding)).toMatchObject({
    applied: 1,
    left: 1,
    stoppedBy: { code: 'refused', message: expect.stringContaining('may have 1 domain (plan Base)') },
  });
  const made = fleet.writes().filter((write) => /^POST .*domains$/.test(write));
  expect(made).toHaveLength(1);
});

it('what colleagues do to customers between two waves is told of each, is never written over, and keeps the rest from being sent', async () => {
  const { fleet, order, patched, apply } = await plannedPolicy();
  const [first, gone, same, other, unpaid, already, plain, ...rest] = order.map(({ id }) => id);
  const configOf = (id = '') => `/platform/applications/${id}/instances/production/config`;
  const change = async (id: string | undefined, config: object) => {
    await fleet.ask(configOf(id), { method: 'PATCH', body: JSON.stringify(config) });
  };
  const running = apply({
    ...threeWaves,
    sizes: [{ kind: 'count', count: 1 }, { kind: 'percent', percent: 25 }, { kind: 'all' }],
  });
  await heldAt(fleet, 0);
  await fleet.ask(`/platform/applications/${gone}`, { method: 'DELETE' });
  await change(same, { auth_password: { min_length: 20 } });
  await change(other, { session: { lifetime: 4_321 } });
  await change(already, { auth_password: { min_length: 14 } });
  const match = { method: 'PATCH', path: unpaid ?? '' };
  await fleet.sandbox.control.addFault({ kind: 'status', status: 402, times: 1_000, match });
  const theirs = (await patched()).length;
  valueIn(await fleet.engine.call('resumeApply', { wave: 0 }));

  const report = await running;
  expect(report.waves).toMatchObject([
    { applied: 1, end: 'clean' },
    { steps: 6, applied: 2, alreadySo: 1, refused: 2, conflicts: 1, left: 0, unknown: 0, end: 'stopped' },
    { applied: 0, left: rest.length, end: 'not-sent' },
  ]);
  const sent = (await patched()).slice(theirs);
  expect([...sent].sort()).toEqual([other, unpaid, plain].sort());
  const held = async (id: string | undefined) => (await fleet.ask(configOf(id))) as Record<string, object>;
  expect(await held(first)).toMatchObject({ auth_password: { min_length: 14 } });
  expect(await held(same)).toMatchObject({ auth_password: { min_length: 20 } });
  expect(await held(other)).toMatchObject({
    auth_password: { min_length: 14 },
    session: { lifetime: 4_321 },
  });
  const states = new Map(
    valueIn(await fleet.engine.call('intents', {})).map(({ recordId, state }) => [recordId as string, state]),
  );
  expect([gone, same, unpaid].map((id) => states.get(id ?? ''))).toEqual(['refused', 'conflict', 'refused']);
  expect(rest.map((id) => states.get(id))).toEqual(rest.map(() => 'staged'));
});

it('an exception that ends while a run is held sends nothing of itself; a key that is refused from a wave on leaves the rest for a later run, nothing twice', async () => {
  const { fleet, order, patched, forgetAsked } = await plannedPolicy();
  const recordId = RecordId.parse(order[2]?.id);
  const path = 'config.auth_password.min_length';
  const found = (await fleet.rows('application')).find(({ id }) => id === recordId)?.server[path];
  const accept = async (until: number) => {
    const value = { applicationId: recordId, path, value: Number(found), until, reason: 'contract 7' };
    valueIn(await fleet.engine.call('writeBook', { book: 'exception', put: [{ id: 'seven', value }] }));
  };
  await accept(Date.now() + 3_600_000);
  const plan = await fleet.plan();
  await forgetAsked();
  const applying = fleet.engine.call('apply', {
    planHash: plan.hash,
    resolutions: {},
    onRefusal: 'continue',
    waves: { ...threeWaves, between: 'ask' },
  });
  await heldAt(fleet, 0);
  await accept(Date.now() + 1);
  valueIn(await fleet.engine.call('resumeApply', { wave: 0 }));
  await heldAt(fleet, 1);
  // Replaced by a colleague, and no longer taken.
  await fleet.sandbox.control.addFault({
    kind: 'status',
    status: 401,
    times: 1_000,
    match: { path: '/platform' },
  });
  valueIn(await fleet.engine.call('resumeApply', { wave: 1 }));
  expect(valueIn(await applying)).toMatchObject({
    ...{ applied: 4, refused: 1, left: 19, stoppedBy: { code: 'key-refused' } },
    waves: [{ end: 'clean' }, { end: 'clean' }, { applied: 0, left: 19, end: 'stopped' }],
  });
  await fleet.sandbox.control.clearFaults();
  const before = await patched();
  expect([before.length, before.includes(recordId)]).toEqual([4, false]);
  expect(await fleet.reconcile()).toMatchObject({ applied: 20, refused: 0, left: 0 });
  const later = (await patched()).slice(before.length);
  expect([...new Set(later)].sort()).toEqual(
    order
      .map(({ id }) => id)
      .filter((id) => !before.includes(id))
      .sort(),
  );
});
