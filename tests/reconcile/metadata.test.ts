import type { RemoteCall } from '@main/identity/identity-port';
import { intentBatch } from '@main/reconcile/rows/intent-batch';
import { seqKey } from '@main/reconcile/staging/new-intents';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { IntentId, type RecordId } from '@shared/domain/ids';
import type { Intent, IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { writeHeld } from '@shared/domain/metadata-field';
import { serverRow } from '@shared/domain/project';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connect } from '../sync/sync-rig';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const set = (entity: EntityName, recordId: RecordId, field: string, value: JsonValue): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'update', field, value },
});

const held = async ({ store }: ReconcileRig, entity: EntityName, id: RecordId, path: string) =>
  readField((await store.get(entity, id)) ?? {}, path);

const kinds = ['publicMetadata', 'privateMetadata'] as const;

it.each(['user', 'organization', 'membership'] as const)(
  'metadata of a %s is set, nested and taken out by path, and what lies beside it stays',
  async (entity) => {
    const rig = await startReconcile({ scale: 0.05 });
    // One record each: the service takes ten changes of one in ten seconds.
    const rows = await rig.store.list(entity, [], kinds.length);
    for (const [place, kind] of kinds.entries()) {
      const row = rows[place];
      if (row === undefined) throw new Error('a world has records');
      await rig.stage(
        set(entity, row.id, `${kind}.tier`, 'gold'),
        set(entity, row.id, `${kind}.contract.seats`, 12),
        set(entity, row.id, `${kind}.tags`, ['a', 'b']),
      );
      expect(await held(rig, entity, row.id, kind)).toMatchObject({ tier: 'gold', contract: { seats: 12 } });
      expect(await rig.reconcile()).toMatchObject({ applied: 3 });
      await rig.stage(
        set(entity, row.id, `${kind}.tier`, null),
        set(entity, row.id, `${kind}.contract.end`, '2027-01-31'),
      );
      // Taken out at once, and back if it is withdrawn.
      expect(await held(rig, entity, row.id, `${kind}.tier`)).toBeUndefined();
      expect(await rig.reconcile()).toMatchObject({ applied: 2 });
      const now = await held(rig, entity, row.id, kind);
      expect(now).toMatchObject({ contract: { seats: 12, end: '2027-01-31' }, tags: ['a', 'b'] });
      expect(now).not.toHaveProperty('tier');
    }
    // What is stored is what the service holds: the next sweep finds nothing to tell.
    for (const { id } of rows) {
      const row = await rig.store.get(entity, id);
      if (row === null) throw new Error('it is there');
      const fresh = await rig.identity.fetchOne(entity, row);
      expect(fresh).toMatchObject({ ok: true, value: serverRow(entity, row) });
    }
  },
);

it('what we set is told as ours in history, and so is a name that follows from it', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  await rig.stage(
    set('user', row.id, 'publicMetadata.tier', 'gold'),
    set('user', row.id, 'firstName', 'Noor'),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 2 });
  const told = (await rig.store.history({ limit: 500 })).filter(({ recordId }) => recordId === row.id);
  expect(told.map(({ source }) => source)).toEqual(['local', 'local']);
  expect(told.flatMap(({ fields }) => fields.map(({ field }) => field)).sort()).toEqual([
    'firstName',
    'name',
    'publicMetadata',
  ]);
});

it.each([
  ['user', 'unsafeMetadata.prefs.theme', 'dark'],
  ['user', 'privateMetadata.notes', [1, { c: null }]],
  ['organization', 'publicMetadata.never.there', 7],
] as const)('a %s whose %s is staged twice alike keeps it staged once', async (entity, path, value) => {
  const rig = await startReconcile({ scale: 0.02 });
  const [row] = await rig.store.list(entity, [], 1);
  if (row === undefined) throw new Error('a world has records');
  await rig.stage(set(entity, row.id, path, value));
  await rig.stage(set(entity, row.id, path, value));
  const open = await rig.store.intents({ recordIds: [row.id], states: ['staged'] });
  expect(open.map(({ action }) => action)).toMatchObject([{ field: path, value }]);
  expect(await held(rig, entity, row.id, path)).toEqual(value);
  await rig.stage(set(entity, row.id, path, null));
  expect(await rig.store.intents({ recordIds: [row.id], states: ['staged'] })).toEqual([]);
});

it('a withdrawn value leaves the metadata as the service holds it, whatever was staged inside of it', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  await rig.stage(set('user', row.id, 'publicMetadata.made', { by: 'us' }));
  const staged = await rig.stage(set('user', row.id, 'publicMetadata.made.on', 'Monday'));
  expect(await held(rig, 'user', row.id, 'publicMetadata.made')).toEqual({ by: 'us', on: 'Monday' });
  await rig.staging.withdraw(staged.map(({ id }) => id));
  expect(await rig.store.get('user', row.id)).toEqual(row);
});

const part = fc.constantFrom('seats', 'end', 'by', 'by.name');
const edits = fc.array(
  fc.oneof(
    fc.record({ at: part, value: fc.constantFrom<JsonValue>(1, 'x', null) }),
    fc.record({
      at: fc.constant(''),
      value: fc.constantFrom<JsonValue>({}, { seats: 2 }, { by: { name: 'us', on: 1 } }, null),
    }),
  ),
  { minLength: 2, maxLength: 5 },
);

it('a value and values inside of it, staged one after the other, come to what the last of each says, and collide with nothing', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const rows = (await rig.store.list('user', [], 40)).values();
  await fc.assert(
    fc.asyncProperty(edits, async (asked) => {
      const { value: row } = rows.next();
      if (row === undefined) throw new Error('a world has people');
      const own = (at: string) => `publicMetadata.contract${at && `.${at}`}`;
      const first = set('user', row.id, own(''), { seats: 1, end: 'x', by: { name: 'them' } });
      await rig.stage(first);
      await rig.reconcile();
      let model: object = (await rig.store.get('user', row.id)) ?? {};
      for (const { at, value } of asked) {
        await rig.staging.stage([set('user', row.id, own(at), value)]);
        model = writeHeld('user', model, own(at), value);
        expect(await held(rig, 'user', row.id, own(''))).toEqual(readField(model, own('')));
      }
      expect(await rig.reconcile()).toMatchObject({ conflicts: 0, refused: 0, left: 0 });
      const fresh = await rig.identity.fetchOne('user', row);
      const value = fresh.ok ? (fresh.value ?? {}) : {};
      expect(readField(value, own(''))).toEqual(readField(model, own('')));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

it('a value and one inside of it are one change: both in one set are refused, and undo brings back what a whole covered', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  const whole = set('user', row.id, 'publicMetadata.made', { by: 'us' });
  const inside = set('user', row.id, 'publicMetadata.made.on', 'Monday');
  for (const both of [
    [whole, inside],
    [inside, whole],
  ])
    expect((await rig.staging.stage(both)).rejected).toMatchObject([{ index: 1 }]);
  expect(await rig.open()).toHaveLength(1);
  await rig.stage(inside);
  await rig.stage(set('user', row.id, 'publicMetadata.made', { by: 'them' }));
  expect(await held(rig, 'user', row.id, 'publicMetadata.made')).toEqual({ by: 'them' });
  await rig.staging.undo();
  expect(await held(rig, 'user', row.id, 'publicMetadata.made')).toEqual({ by: 'us', on: 'Monday' });
});

it('several values inside of one that is staged are one change with it, also in one set', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  const own = (at: string, value: JsonValue) => set('user', row.id, `publicMetadata.made${at}`, value);
  const made = { by: 'us', on: 'Monday', at: 'noon' };
  await rig.stage(own('', { by: 'us' }));
  await rig.staging.stage([own('.on', 'Monday'), own('.at', 'noon')]);
  expect(await rig.open()).toMatchObject([{ action: { field: 'publicMetadata.made', value: made } }]);
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await held(rig, 'user', row.id, 'publicMetadata.made')).toEqual(made);
});

it('a value and parts of it that an earlier version staged side by side become one with the next edit inside of it', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [one] = await rig.store.list('user', [], 1);
  if (one === undefined) throw new Error('a world has people');
  const path = 'publicMetadata.contract';
  const [whole] = await rig.stage(set('user', one.id, path, { seats: 1, term: { months: 12 } }));
  if (whole === undefined) throw new Error('it is staged');
  const part = (nth: number, field: string, value: JsonValue): Intent => ({
    ...whole,
    ...{ id: IntentId.parse(`int_part_${nth}`), seq: whole.seq + nth },
    action: { verb: 'update', field: `${path}.${field}`, base: null, value },
  });
  const parts = [part(1, 'term', { months: 24 }), part(2, 'term.renews', true), part(3, 'currency', 'CHF')];
  await rig.store.write({ ...(await intentBatch(rig.store, parts)), meta: { [seqKey]: whole.seq + 3 } });
  await rig.stage(set('user', one.id, `${path}.term.notice`, 3), set('user', one.id, `${path}.seats`, 2));
  const value = { seats: 2, term: { months: 24, renews: true, notice: 3 }, currency: 'CHF' };
  expect(await rig.open()).toMatchObject([{ action: { field: path, value } }]);
  await rig.staging.undo();
  expect(await rig.open()).toHaveLength(4);
  await rig.staging.redo();
  expect(await rig.reconcile()).toMatchObject({ applied: 1, conflicts: 0 });
  expect(await held(rig, 'user', one.id, path)).toEqual(value);
});

it('who saw a value with what is staged inside of it saw nothing of somebody else', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  await rig.stage(set('user', row.id, 'publicMetadata.made', { by: 'us' }));
  await rig.reconcile();
  await rig.stage(set('user', row.id, 'publicMetadata.made.on', 'Monday'));
  const base = { by: 'us', on: 'Monday' };
  const action = { verb: 'update', field: 'publicMetadata.made', value: { by: 'them' }, base } as const;
  await rig.stage({ entity: 'user', recordId: row.id, action });
  expect(await rig.reconcile()).toMatchObject({ applied: 1, conflicts: 0 });
});

it('a value inside of nothing leaves nothing when it is withdrawn, and a whole staged over it collides with nothing', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  const inside = await rig.stage(set('user', row.id, 'publicMetadata.made.on', 'Monday'));
  const staged = await rig.store.get('user', row.id);
  expect(staged && serverRow('user', staged)).toMatchObject({ publicMetadata: row.publicMetadata });
  await rig.staging.withdraw(inside.map(({ id }) => id));
  expect(await rig.store.get('user', row.id)).toEqual(row);
  await rig.stage(set('user', row.id, 'publicMetadata.made.on', 'Monday'));
  await rig.stage(set('user', row.id, 'publicMetadata.made', { on: 'Friday' }));
  expect(await rig.reconcile()).toMatchObject({ applied: 1, conflicts: 0 });
});

it.each([
  ['a value', 'banned', [['banned', true]], true],
  ['a whole as it is shown', 'publicMetadata.made', [['publicMetadata.made.on', 'Monday']], { on: 'Monday' }],
] as const)(
  'what is staged behind a creation stays when it is asked for again: %s',
  async (_, field, before, value) => {
    const rig = await startReconcile({ scale: 0.02 });
    const values = { email: 'new@new.example' };
    const [made] = await rig.stage({ entity: 'user', action: { verb: 'create', values } });
    if (made === undefined) throw new Error('a person can be made');
    for (const [path, held] of before) await rig.stage(set('user', made.recordId, path, held));
    await rig.staging.stage([set('user', made.recordId, field, value)]);
    expect(await rig.reconcile()).toMatchObject({ applied: 2, conflicts: 0 });
    const [one] = await rig.store.list('user', [{ field: 'email', op: 'eq', value: values.email }], 1);
    expect(one && readField(one, field)).toEqual(value);
  },
);

it('two people may set two keys; of one key the second is asked', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  const colleague = connect(rig.sandbox);
  const theirs = (field: string, value: JsonValue): RemoteCall => ({
    verb: 'update',
    entity: 'user',
    record: row,
    field,
    value,
  });
  await rig.stage(
    set('user', row.id, 'publicMetadata.mine', 1),
    set('user', row.id, 'publicMetadata.both', 'mine'),
  );
  await colleague.send(theirs('publicMetadata.other', 2));
  await colleague.send(theirs('publicMetadata.both', 'theirs'));
  const plan = await rig.plan();
  expect(plan.steps.map(({ verdict }) => verdict).sort()).toEqual(['conflict', 'merged']);
});

it('metadata is edited value by value, and never larger than the service takes', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [row] = await rig.store.list('user', [], 1);
  if (row === undefined) throw new Error('a world has people');
  const { rejected } = await rig.staging.stage([
    set('user', row.id, 'publicMetadata', {}),
    set('user', row.id, 'publicMetadata.', 1),
    set('user', row.id, 'publicMetadata.large', 'x'.repeat(9_000)),
  ]);
  expect(rejected.map(({ failure }) => failure.code)).toEqual(Array(3).fill('invalid-input'));
  expect(await rig.open()).toEqual([]);
});
