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
