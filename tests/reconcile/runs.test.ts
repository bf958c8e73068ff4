import { toldEntries } from '@main/engine/told-entries';
import { createChangeSets } from '@main/reconcile/change-sets/create-change-sets';
import { createFourEyes } from '@main/reconcile/four-eyes/create-four-eyes';
import { signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import { createRuns } from '@main/reconcile/runs/create-runs';
import { beginRun } from '@main/reconcile/runs/kept-runs';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { databaseKey } from '../sync/sync-rig';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

let ids = 0;
const newId = (): string => `u${++ids}`;

function over({ store, staging }: ReconcileRig) {
  const parts = { store, staging, now: Date.now, newId };
  const changeSets = createChangeSets(parts);
  const key = signingKeyOf(databaseKey);
  const fourEyes = createFourEyes({ ...parts, changeSets, key, service: 'https://api.example.com' });
  return {
    runs: createRuns(parts),
    changeSets,
    told: async () => toldEntries({ store, fourEyes }, await store.history({ limit: 100 })),
  };
}

it('a run is kept with what it came to, history knows what belongs to it, and it is taken back as a whole', async () => {
  const rig = await startReconcile();
  const { runs, told, changeSets } = over(rig);
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 6);
  const [one, two, three, four] = members;
  if (!one || !two || !three || !four) throw new Error('the world has members');
  await rig.stage(drafts.role(one.id, 'org:viewer'), drafts.role(two.id, 'org:viewer'));
  const set = valueIn(await changeSets.create({ title: 'Offboarding', ticket: 'OPS-7' }));
  await rig.staging.stage([drafts.role(three.id, 'org:viewer')], set.id);
  await rig.staging.stage([drafts.role(four.id, 'org:viewer')], set.id);
  await rig.sandbox.control.addFault({
    kind: 'status',
    status: 422,
    match: { method: 'PATCH', path: four.userId },
  });
  expect(valueIn(await runs.runs())).toEqual([]);
  const report = await rig.reconcile();
  expect(report).toMatchObject({ applied: 3, refused: 1 });

  const [run] = valueIn(await runs.runs());
  expect(run).toMatchObject({
    id: '1',
    title: 'Role of 4 members',
    changes: 4,
    report: { applied: 3, refused: 1, left: 0 },
    sets: expect.arrayContaining([{ id: set.id, title: 'Offboarding', ticket: 'OPS-7', changes: 2 }]),
  });
  expect(run?.endedAt).toBeGreaterThanOrEqual(run?.startedAt ?? Number.POSITIVE_INFINITY);
  expect(run?.report).not.toHaveProperty('secrets');
  const detail = valueIn(await runs.run({ id: '1' }));
  expect(detail.trouble).toMatchObject([{ recordId: four.id, state: 'refused' }]);
  expect(detail.trouble[0]?.message).not.toBe('');

  const entries = await told();
  const partOf = (id: string) => entries.find(({ recordId }) => recordId === id)?.part;
  expect(partOf(one.id)).toMatchObject({ run: '1', set: '', by: '' });
  expect(partOf(one.id)?.key).toBe(partOf(two.id)?.key);
  expect(partOf(three.id)).toMatchObject({ run: '1', set: 'Offboarding', ticket: 'OPS-7' });
  expect(partOf(three.id)?.key).not.toBe(partOf(one.id)?.key);
  expect(entries.find(({ recordId }) => recordId === one.id)?.organizationName).toBe(one.organizationName);

  // Of another run: that one stays as it is.
  const [, , , , five] = members;
  if (!five) throw new Error('the world has a fifth member');
  rig.leap(5);
  await rig.staging.withdraw((await rig.open()).map(({ id }) => id));
  await rig.stage(drafts.role(five.id, 'org:viewer'));
  await rig.reconcile();
  const undone = valueIn(await runs.stageRunInverse({ id: '1' }));
  expect(undone.changeSet?.title).toBe('Undo: Role of 4 members');
  expect(undone.staged.map(({ recordId }) => recordId).sort()).toEqual([one.id, two.id, three.id].sort());
  await rig.reconcile();
  const roles = await rig.store.getMany('membership', [one.id, two.id, three.id, five.id]);
  expect([one, two, three, five].map(({ id }) => roles.get(id)?.role)).toEqual([
    ...['org:member', 'org:member', 'org:member'],
    'org:viewer',
  ]);
  expect(valueIn(await runs.runs()).map(({ id }) => id)).toEqual(['3', '2', '1']);
  expect(await runs.run({ id: '9' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('what a run sent and only a later look found done is taken back with it', async () => {
  const rig = await startReconcile();
  const { runs } = over(rig);
  const [one, two] = await rig.store.list(
    'membership',
    [{ field: 'role', op: 'eq', value: 'org:member' }],
    2,
  );
  if (!one || !two) throw new Error('the world has members');
  const [first] = await rig.stage(drafts.role(one.id, 'org:viewer'), drafts.role(two.id, 'org:viewer'));
  if (!first) throw new Error('it was staged');
  // As if its answer had been lost, and no look-up had come through before the end of the run.
  await rig.reconcile();
  const [sent] = await rig.store.intents({ ids: [first.id] });
  if (!sent?.outcome) throw new Error('it was applied');
  rig.leap(60_000);
  const lost = { ...sent, state: 'unknown' as const };
  await rig.store.write({ intents: [lost] });
  await rig.reconcile();
  const [found] = await rig.store.intents({ ids: [first.id] });
  expect(found).toMatchObject({ state: 'applied', outcome: { code: 'found' } });
  expect(valueIn(await runs.runs())).toHaveLength(1);
  const undone = valueIn(await runs.stageRunInverse({ id: '1' }));
  expect(undone.staged.map(({ recordId }) => recordId).sort()).toEqual([one.id, two.id].sort());
});

it('a run that breaks off with the process is kept as that, and one that sends nothing is none', async () => {
  const rig = await startReconcile();
  const [one] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (!one) throw new Error('the world has members');
  const staged = await rig.stage(drafts.role(one.id, 'org:viewer'));
  await beginRun({ store: rig.store, now: Date.now }, staged, new Map());
  const before = over(rig).runs;
  expect(await before.stageRunInverse({ id: '1' })).toMatchObject({ ok: false, error: { code: 'busy' } });
  const again = await rig.restart();
  const { runs } = over(again);
  const [broken] = valueIn(await runs.runs());
  expect(broken).toMatchObject({ id: '1', report: null, title: `Role of ${staged[0]?.label}` });
  expect(broken?.endedAt).not.toBeNull();
  await again.staging.withdraw(staged.map(({ id }) => id));
  await again.reconcile();
  expect(valueIn(await runs.runs())).toHaveLength(1);
});

it('of a change whose sending a run did not see through it is not said that it was not sent', async () => {
  const rig = await startReconcile();
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 2);
  const staged = await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
  const [first] = staged;
  if (!first) throw new Error('the world has members');
  const record = await beginRun({ store: rig.store, now: Date.now }, staged, new Map());
  await rig.store.write({ intents: [{ ...first, state: 'sending' }] });
  await record.end(null);
  const { trouble } = valueIn(await over(rig).runs.run({ id: '1' }));
  expect(new Map(trouble.map(({ state, message }) => [state, message]))).toEqual(
    new Map([
      ['sending', 'It may have been sent: the run ended before that was seen.'],
      ['staged', 'The run had ended before it was its turn. It was not sent.'],
    ]),
  );
});

it('a run tells of each change what it saw itself, and nothing of an earlier run', async () => {
  const rig = await startReconcile();
  const { control } = rig.sandbox;
  const { runs } = over(rig);
  const troubles = async (run: string) =>
    valueIn(await runs.run({ id: run })).trouble.map(({ state, message }) => [state, message]);
  const [one] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  const [person] = await rig.store.list('user', [], 1);
  if (!one || !person) throw new Error('the world has members');
  await rig.stage(drafts.role(one.id, 'org:viewer'));
  const waits = { kind: 'status', status: 429, retryAfter: 600, times: 100 } as const;
  await control.addFault({ ...waits, match: { method: 'PATCH' } });
  await rig.reconcile({ patienceMs: 60_000 });
  expect(await troubles('1')).toEqual([
    ['staged', expect.stringMatching(/^The service asks to wait until .* It is kept, staged\.$/)],
  ]);

  // What that one was answered is not what this one saw: the network went while it read.
  rig.leap(601_000);
  const plan = await rig.plan();
  await control.addFault({ kind: 'drop', phase: 'before', times: 1_000, match: { method: 'GET' } });
  valueIn(await rig.apply(plan));
  expect(await troubles('2')).toEqual([['staged', expect.stringMatching(/cannot be reached/)]]);

  // Nor is it told as the end of the run that what it stands on was refused, or left out.
  await control.clearFaults();
  await rig.staging.withdraw((await rig.open()).map(({ id }) => id));
  await rig.stage(drafts.create('new_vale', { name: 'Vale' }), drafts.add('new_vale', person.id));
  await control.addFault({ kind: 'status', status: 422, match: { method: 'POST', path: '/organizations' } });
  expect(await rig.reconcile()).toMatchObject({ refused: 1, left: 1 });
  const [refused, stood] = await troubles('3');
  expect(refused?.[0]).toBe('refused');
  expect(stood).toEqual(['staged', expect.stringMatching(/^What .* in Vale stands on was not made\./)]);
});

it('a change that is taken back while the run is under way is told as that', async () => {
  const rig = await startReconcile();
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 2);
  const staged = await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
  const record = await beginRun({ store: rig.store, now: Date.now }, staged, new Map());
  await rig.staging.withdraw(staged.slice(0, 1).map(({ id }) => id));
  await record.end(null);
  const { trouble } = valueIn(await over(rig).runs.run({ id: '1' }));
  expect(trouble.map(({ state, message }) => [state, message])).toEqual([
    ['withdrawn', 'It was taken back, or another change took its place, before it was sent.'],
    ['staged', 'The run had ended before it was its turn. It was not sent.'],
  ]);
});
