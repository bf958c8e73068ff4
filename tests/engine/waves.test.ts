import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';
import { heldAt, plannedPolicy, threeWaves, type Waves } from './planned-policy';

it('a refusal in the second wave leaves the third unsent, and what is left goes later, nothing twice', async () => {
  const { fleet, order, patched, apply } = await plannedPolicy();
  const [first, second, third, fourth, ...rest] = order.map(({ id }) => id);
  expect(rest).toHaveLength(20);
  await fleet.sandbox.control.addFault({
    kind: 'status',
    status: 422,
    times: 1,
    match: { method: 'PATCH', path: third ?? '' },
  });
  const running = apply(threeWaves);
  const { wave, done } = await heldAt(fleet, 0);
  expect({ done, waves: wave?.waves.map(({ customers, done: sent }) => [customers, sent]) }).toEqual({
    done: 1,
    waves: [
      [1, 1],
      [3, 0],
      [20, 0],
    ],
  });
  expect(wave?.waves[0]?.names).toEqual([order[0]?.name]);
  expect(await patched()).toEqual([first]);
  // Only who names the border that it is held at lets it go on: a key held down does not go through several.
  valueIn(await fleet.engine.call('resumeApply', {}));
  valueIn(await fleet.engine.call('resumeApply', { wave: 1 }));
  await heldAt(fleet, 0);
  expect(await patched()).toEqual([first]);
  const withdrawn = order.at(-1);
  valueIn(await fleet.engine.call('withdraw', { intentIds: [...(withdrawn?.intentIds ?? [])] }));
  rest.pop();
  valueIn(await fleet.engine.call('resumeApply', { wave: 0 }));

  const report = await running;
  expect(report).toMatchObject({
    applied: 3,
    refused: 1,
    left: 19,
    unknown: 0,
    stoppedBy: { code: 'refused' },
  });
  expect(report.stoppedBy?.message).toContain(
    'Wave 2 of 3 did not end clean: 1 refused. No further wave was begun: 19 changes are still staged.',
  );
  expect(report.waves).toMatchObject([
    { customers: [{ id: first }], applied: 1, refused: 0, left: 0, end: 'clean' },
    { steps: 3, applied: 2, refused: 1, left: 0, end: 'stopped' },
    { steps: 20, applied: 0, left: 19, end: 'not-sent' },
  ]);
  expect([...(await patched())].sort()).toEqual([first, second, third, fourth].sort());
  const open = valueIn(await fleet.engine.call('intents', {}));
  expect(
    open
      .filter(({ state }) => state === 'staged')
      .map(({ recordId }) => recordId as string)
      .sort(),
  ).toEqual([...rest].sort());

  const all = await fleet.engine.call('plan', { intentIds: open.map(({ id }) => id) });
  const { hash } = valueIn(all);
  const later = await fleet.engine.call('apply', { planHash: hash, resolutions: {} });
  expect(valueIn(later)).toMatchObject({ applied: 20, refused: 0, left: 0, waves: [] });
  for (const { id } of order.slice(0, -1))
    expect(await fleet.ask(`/platform/applications/${id}/instances/production/config`)).toMatchObject({
      auth_password: { min_length: 14 },
    });
});

it('ends at a border by hand, or after as many waves as was said, with everything else staged still', async () => {
  const { fleet, order, patched, forgetAsked, apply, plan } = await plannedPolicy();
  const chosen = order.at(-1)?.id ?? '';
  const running = apply({ ...threeWaves, first: RecordId.parse(chosen) });
  await heldAt(fleet, 0);
  // What is withdrawn meanwhile is not sent, and not told as left.
  const withdrawn = order[4]?.intentIds ?? [];
  valueIn(await fleet.engine.call('withdraw', { intentIds: withdrawn }));
  valueIn(await fleet.engine.call('cancelApply', {}));
  expect(await running).toMatchObject({
    applied: 1,
    left: 22,
    stoppedBy: null,
    waves: [{ end: 'clean' }, {}, {}],
  });
  expect(await patched()).toEqual([chosen]);
  expect(valueIn(await fleet.engine.call('status', {}))).toMatchObject({
    push: null,
    intents: { staged: 22 },
  });

  const { hash, units } = await fleet.plan();
  await forgetAsked();
  expect(hash).not.toBe(plan.hash);
  const twice = await fleet.engine.call('apply', {
    planHash: hash,
    resolutions: {},
    waves: { ...threeWaves, between: 'go-on', stopAfter: 2 },
  });
  const firstFour = units.slice(0, 4).flatMap(({ customers }) => customers.map(({ id }) => id));
  expect(valueIn(twice)).toMatchObject({
    applied: 4,
    left: 18,
    stoppedBy: null,
    waves: [{ end: 'clean' }, { end: 'clean' }, { end: 'not-sent', left: 18 }],
  });
  expect([...(await patched())].sort()).toEqual(firstFour.sort());
  const [run] = valueIn(await fleet.engine.call('runs', {}));
  const kept = valueIn(await fleet.engine.call('run', { id: run?.id ?? '' }));
  expect([kept.troubleTotal, new Set(kept.trouble.map(({ message }) => message))]).toEqual([
    18,
    new Set(['The run had ended before it was its turn. It was not sent.']),
  ]);
});

it('a wave that cannot be, or begins with whom nothing is about, sends nothing', async () => {
  const { fleet, patched, plan } = await plannedPolicy();
  const request = { planHash: plan.hash, resolutions: {} };
  const stranger = { ...threeWaves, first: RecordId.parse('app_nobody') };
  const refused = await fleet.engine.call('apply', { ...request, waves: stranger });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(JSON.stringify(refused)).toContain(plan.units[0]?.customers[0]?.id);
  // Neither with whom nothing of this run is about, as it was left out.
  const [left, ...others] = plan.units.map(({ customers: [customer] }) => customer);
  const without = await fleet.engine.call('apply', {
    ...request,
    intentIds: others.flatMap((each) => each?.intentIds ?? []),
    waves: { ...threeWaves, first: RecordId.parse(left?.id) },
  });
  expect(without).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(JSON.stringify(without)).toContain(others[0]?.id);
  const short: Waves = { sizes: [{ kind: 'count', count: 1 }], between: 'ask' };
  expect(await fleet.engine.call('apply', { ...request, waves: short })).toMatchObject({ ok: false });
  expect(await patched()).toEqual([]);
});

it('what stands inside of an application goes in its wave, after it', async () => {
  const fleet = await openFleet();
  const named = (await fleet.rows('application')).slice(0, 3);
  const made = RecordId.parse('new_vale');
  await fleet.stage(
    { entity: 'application', recordId: made, action: { verb: 'create', values: { name: 'Vale' } } },
    { entity: 'domain', action: { verb: 'create', values: { applicationId: made, name: 'vale.example' } } },
    ...named.map(({ id }, index) => ({
      entity: 'domain' as const,
      action: { verb: 'create' as const, values: { applicationId: id, name: `more${index}.example` } },
    })),
  );
  const { hash, units } = await fleet.plan();
  expect(
    units.map(({ customers }) => customers.map(({ name, intentIds }) => [name, intentIds.length])),
  ).toEqual([...named.map(({ name }) => [[name, 1]]), [['Vale', 2]]].sort());
  const waves: Waves = { ...threeWaves, first: made, between: 'go-on' };
  const applied = await fleet.engine.call('apply', { planHash: hash, resolutions: {}, waves });
  expect(valueIn(applied)).toMatchObject({
    applied: 5,
    left: 0,
    waves: [{ steps: 2 }, { steps: 1 }, { steps: 2 }],
  });
  // By the id that it has now: the one that stood for it is known to nobody else.
  const vale = (await fleet.rows('application')).find(({ name }) => name === 'Vale');
  expect(valueIn(applied).waves[0]?.customers).toEqual([{ id: vale?.id, name: 'Vale' }]);
  const sent = fleet.writes().filter((write) => /POST/.test(write));
  expect(sent[0]).toBe('POST /platform/applications');
  expect(sent[1]).toMatch(/^POST \/platform\/applications\/app_[^/]+\/domains$/);
});

it('a wave in which an application cannot be read stops the run, with the reason', async () => {
  const { fleet, order, patched, apply } = await plannedPolicy();
  const match = { method: 'GET', path: order[0]?.id ?? '' };
  await fleet.sandbox.control.addFault({ kind: 'status', status: 500, times: 1_000, match });
  const report = await apply(threeWaves);
  expect(report).toMatchObject({ applied: 0, left: 24, stoppedBy: { code: 'service-error' } });
  expect(report.stoppedBy?.message).toMatch(
    /^Wave 1 of 3 did not end clean: 1 not sent \(.+500.*\)\. No further wave was begun: 23 changes are/,
  );
  expect(await patched()).toEqual([]);
});

it('a plan whose order of waves has moved is none any more', async () => {
  const fleet = await openFleet();
  const [one, ...others] = (await fleet.rows('application')).slice(0, 3);
  await fleet.stage(
    ...[one, ...others].map((row, index) => ({
      entity: 'domain' as const,
      action: {
        verb: 'create' as const,
        values: { applicationId: row?.id ?? '', name: `more${index}.example` },
      },
    })),
  );
  const { hash } = await fleet.plan();
  await fleet.ask(`/platform/applications/${one?.id}`, {
    method: 'PATCH',
    body: JSON.stringify({ name: 'Zz last' }),
  });
  await fleet.sync();
  const waves: Waves = { ...threeWaves, between: 'go-on' };
  expect(await fleet.engine.call('apply', { planHash: hash, resolutions: {}, waves })).toMatchObject({
    ok: false,
    error: { code: 'stale-plan' },
  });
});

it('a conflict that is decided for mine goes in its wave, over a value that was accepted before that', async () => {
  const { fleet, order, patched, forgetAsked } = await plannedPolicy();
  const recordId = RecordId.parse(order[2]?.id);
  const path = 'config.auth_password.min_length';
  await fleet.ask(`/platform/applications/${recordId}/instances/production/config`, {
    ...{ method: 'PATCH', body: JSON.stringify({ auth_password: { min_length: 20 } }) },
  });
  const value = { applicationId: recordId, path, value: 20, reason: 'contract 7' };
  const put = [{ id: `${recordId}:${path}`, value }];
  valueIn(await fleet.engine.call('writeBook', { book: 'exception', put }));
  const { hash, steps } = await fleet.plan();
  const conflict = steps.find(({ verdict }) => verdict === 'conflict');
  expect(conflict).toMatchObject({ recordId });
  await forgetAsked();
  const report = await fleet.engine.call('apply', {
    ...{ planHash: hash, resolutions: { [String(conflict?.intentId)]: { choose: 'mine' } } },
    ...{ onRefusal: 'continue', waves: { ...threeWaves, between: 'go-on' } },
  });
  expect(valueIn(report)).toMatchObject({ applied: 24, refused: 0, left: 0, stoppedBy: null });
  expect(await patched()).toContain(recordId);
});
