import { actsOf } from '@shared/domain/acts';
import { editableFields } from '@shared/domain/editable-fields';
import { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Act } from '@shared/domain/kinds/act';
import type { Kind } from '@shared/domain/kinds/kinds';
import { serverRow } from '@shared/domain/project';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { acting, fitting, subjects, valuesOf } from './act-values';
import { type ReconcileRig, startReconcile } from './reconcile-rig';
import { creations, editable, otherOf } from './verb-values';

/** One thing that is done to a record: which of all that can be, and the how-manieth value. */
interface Chosen {
  readonly which: number;
  readonly nth: number;
}

/** Kinds of which any value may stand in many records. */
const free: readonly Kind[] = ['color', 'permissions', 'role', 'setKey', 'flag'];

/** What can be done to a record: every field edited, every act. What one record alone may have is another in each turn. */
function gesture(
  entity: EntityName,
  row: StoredRecord,
  others: readonly StoredRecord[],
  { which, nth }: Chosen,
  turn: number,
): IntentDraft | null {
  const edits = editableFields[entity].flatMap((field) => {
    const other = otherOf(entity, field);
    const fits = fieldAt(entity, field.path)?.fits?.({ ...row }) ?? true;
    const own = free.includes(field.kind) ? nth : nth + 3 * turn;
    const value = fits ? other?.(readField(row, field.path) ?? null, own) : undefined;
    return value === undefined ? [] : [{ verb: 'update', field: field.path, value } as const];
  });
  const acts = Object.entries(actsOf(entity)).flatMap(([operation, act]) =>
    fitting(act, [row]) === null
      ? []
      : [{ verb: 'perform', operation, values: { ...valuesOf(act, others), ...ownOf(act, turn) } } as const],
  );
  const all = [...edits, ...acts];
  const action = all[which % Math.max(1, all.length)];
  return action === undefined ? null : { entity, recordId: row.id, action };
}

const ownOf = ({ values = {} }: Act, turn: number): JsonObject => ({
  ...(values.email && { email: `further${turn}@new.example` }),
  ...(values.phone && { phone: `+41795550${100 + turn}` }),
});

/** What only a further look tells: an act may answer without its record. */
const unseen = ['updatedAt', 'lastTest', 'lastTestAt', 'lastTestSays'];

async function sameAsThere(rig: ReconcileRig, entity: EntityName, id: RecordId): Promise<void> {
  const row: StoredRecord | null = await rig.store.get(entity, id);
  if (row === null) return;
  const there = await rig.identity.fetchOne(entity, row);
  if (!there.ok || there.value === null) return;
  const known = (record: object | null) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([field]) => !unseen.includes(field)));
  expect(known(serverRow(entity, row))).toEqual(known(there.value));
}

/** What was applied since is taken back as a whole: the record is as it was, but for what is told not to come back. */
async function takenBack(rig: ReconcileRig, before: StoredRecord, since: number): Promise<void> {
  const applied = (await rig.store.intents({ states: ['applied'] })).filter(({ seq }) => seq >= since);
  const [first] = applied;
  const { drafts, notUndone } = inverseDrafts(applied);
  if (first === undefined || notUndone.length > 0) return;
  const { rejected } = await rig.staging.stage(drafts.map(({ draft }) => draft));
  expect(rejected, JSON.stringify(drafts)).toEqual([]);
  const report = await rig.reconcile();
  expect(report, JSON.stringify(drafts)).toMatchObject({ conflicts: 0, refused: 0, left: 0 });
  const row: StoredRecord | null = await rig.store.get(first.entity, before.id);
  const paths = [...editableFields[first.entity].map(({ path }) => path), 'emails', 'phones', 'roleKeys'];
  const known = (record: object) => paths.map((path) => [path, readField(record, path)]);
  expect(known(row ?? {}), JSON.stringify(drafts)).toEqual(known(before));
}

const chosen = fc.record({ which: fc.nat({ max: 99 }), nth: fc.nat({ max: 2 }) });
const series = fc.array(chosen, { minLength: 2, maxLength: 4 });

it.each([...new Set([...editable, ...acting])])(
  'whatever is done to a %s one after the other is undone as a whole, and collides with nothing of its own',
  async (entity) => {
    const rig = await startReconcile({ scale: 0.05 });
    const rows = await subjects(rig, entity);
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(series, async (all) => {
        const row = rows[turn++ % rows.length];
        const before: StoredRecord | null = row === undefined ? null : await rig.store.get(entity, row.id);
        if (before === null) return;
        const others = rows.filter(({ id }) => id !== before.id);
        const drafts = all.flatMap((one) => gesture(entity, before, others, one, turn) ?? []);
        // What cannot follow on what is staged is refused at once, and is no part of the rest.
        const stage = async () => {
          const taken: IntentDraft[] = [];
          for (const draft of drafts) {
            const { staged, rejected } = await rig.staging.stage([draft]);
            if (rejected.length === 0 && staged.length > 0) taken.push(draft);
          }
          return taken;
        };
        for (const _ of await stage()) await rig.staging.undo();
        if ((await rig.open()).length === 0) expect(await rig.store.get(entity, before.id)).toEqual(before);
        await stage();
        const since = (await rig.open())[0]?.seq ?? 0;
        const plan = await rig.plan();
        const foretold = plan.steps.filter(({ verdict }) => verdict === 'refused').length;
        const report = await rig.reconcile();
        expect(report, JSON.stringify(drafts)).toMatchObject({
          ...{ conflicts: 0, unknown: 0, left: 0, refused: foretold },
        });
        await sameAsThere(rig, entity, before.id);
        await takenBack(rig, before, since);
        await rig.staging.withdraw((await rig.open()).map(({ id }) => id));
      }),
      {
        numRuns: 3,
        endOnFailure: true,
        seed: 20_261_128,
      },
    );
  },
);

/** One of a kind that can be made here, another one in each turn. */
function creation(entity: EntityName, turn: number, home: string, connection: string): IntentDraft {
  const mark = ['role', 'roleSet', 'permission', 'jwtTemplate'].includes(entity) ? `t${turn}` : `t-${turn}`;
  const values = creations[entity]?.(mark, home, connection) ?? {};
  return { entity, recordId: provisionalId(mark), action: { verb: 'create', values } };
}

it.each(EntityName.options.filter((entity) => creations[entity] !== undefined))(
  'a new %s takes what is done to it before it is made, and what stands on that',
  async (entity) => {
    const rig = await startReconcile({ scale: 0.05 });
    const others = await subjects(rig, entity);
    const [home] = await rig.store.list('organization', [], 1);
    const served = new Set((await rig.store.list('directory', [])).map((row) => row.enterpriseConnectionId));
    const free = (await rig.store.list('enterpriseConnection', [])).filter(({ id }) => !served.has(id));
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(series, async (all) => {
        if (entity === 'directory' && free[turn] === undefined) return;
        const made = creation(entity, turn++, home?.id ?? '', free[turn - 1]?.id ?? '');
        const [opened] = (await rig.staging.stage([made])).staged;
        // An instance has so many places for roles and their like.
        if (opened === undefined) return;
        for (const one of all) {
          const row: StoredRecord | null = await rig.store.get(entity, opened.recordId);
          const draft = row && gesture(entity, row, others, one, turn);
          if (draft !== null) await rig.staging.stage([draft]);
        }
        const report = await rig.reconcile();
        expect(report, JSON.stringify(all)).toMatchObject({ conflicts: 0, unknown: 0, left: 0, refused: 0 });
        const [first] = await rig.store.history({ entity, source: 'local', limit: 1 });
        if (first !== undefined) await sameAsThere(rig, entity, first.recordId);
      }),
      { numRuns: 3, endOnFailure: true, seed: 20_261_128 },
    );
  },
);

it('an edit that stands on what an act makes of a new record goes behind that act', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const made = creation('roleSet', 1, '', '');
  const [{ recordId } = made] = await rig.stage(made);
  const own = (action: IntentDraft['action']): IntentDraft => ({ entity: 'roleSet', recordId, action });
  await rig.stage(own({ verb: 'perform', operation: 'addRoles', values: { roleKeys: ['org:billing'] } }));
  await rig.stage(own({ verb: 'update', field: 'defaultRoleKey', value: 'org:billing' }));
  expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0, left: 0 });
});

it('several edits of a new record in one set are one creation; one that is refused is no part of it', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const values = { name: 'New', maxAllowedMemberships: 5 };
  const [made] = await rig.stage({ entity: 'organization', action: { verb: 'create', values } });
  if (made === undefined) throw new Error('an organization can be made');
  const own = (field: string, value: JsonValue): IntentDraft => ({
    ...{ entity: 'organization', recordId: made.recordId },
    action: { verb: 'update', field, value },
  });
  for (const { id } of await rig.store.list('user', [], 3))
    await rig.stage({
      ...{ entity: 'membership' },
      action: { verb: 'create', values: { organizationId: made.recordId, userId: id, role: 'org:admin' } },
    });
  const slug = 'newer-one';
  const all = [own('slug', slug), own('maxAllowedMemberships', 1), own('name', 'Newer')];
  expect(await rig.staging.stage(all)).toMatchObject({
    staged: [{ label: 'Newer' }],
    rejected: [{ index: 1, failure: { code: 'limit' } }],
  });
  const open = async () => (await rig.open()).filter(({ entity }) => entity === 'organization');
  expect(await open()).toMatchObject([{ action: { values: { ...values, name: 'Newer', slug } } }]);
  await rig.staging.undo();
  expect(await open()).toMatchObject([{ id: made.id, action: { values } }]);
  await rig.staging.redo();
  expect(await rig.reconcile()).toMatchObject({ applied: 4, refused: 0 });
  expect(await rig.store.list('organization', [{ field: 'slug', op: 'eq', value: slug }], 2)).toHaveLength(1);
});

it('an edit that is staged after an act which sets its field begins where that ends; one that is staged before is asked about', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [one, two] = await subjects(rig, 'template');
  if (one === undefined || two === undefined) throw new Error('a world has rewritten templates');
  const draft = (id: RecordId, action: IntentDraft['action']): IntentDraft => ({
    ...{ entity: 'template', recordId: id, action },
  });
  const revert = { verb: 'perform', operation: 'revert' } as const;
  const reword = { verb: 'update', field: 'subject', value: 'Ours again' } as const;
  await rig.stage(draft(one.id, revert));
  await rig.stage(draft(one.id, reword));
  expect(await rig.reconcile()).toMatchObject({ applied: 2, conflicts: 0 });
  await sameAsThere(rig, 'template', one.id);
  expect(await rig.store.get('template', one.id)).toMatchObject({ subject: 'Ours again' });

  await rig.stage(draft(two.id, reword));
  const late = await rig.stage(draft(two.id, revert));
  await rig.apply(await rig.plan(...late));
  expect((await rig.plan()).steps).toMatchObject([{ verdict: 'conflict' }]);
});

it('nothing more is staged for what an act ends, and what was staged for it goes with that', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [set] = await subjects(rig, 'roleSet');
  if (set === undefined) throw new Error('a world has role sets');
  const perform = (operation: string, values: JsonObject): IntentDraft => ({
    ...{ entity: 'roleSet', recordId: set.id },
    action: { verb: 'perform', operation, values },
  });
  const add = perform('addRoles', { roleKeys: ['org:billing'] });
  const replace = perform('replace', { by: 'role_set:default', mappings: { 'org:viewer': 'org:member' } });
  const [added] = await rig.stage(add);
  await rig.stage(replace);
  expect(await rig.open()).toMatchObject([{ action: { operation: 'replace' } }]);
  for (const more of [add, { ...add, action: { verb: 'update', field: 'name', value: 'Late' } as const }])
    await expect(rig.stage(more)).rejects.toThrow('is gone then');
  expect((await rig.staging.stage([replace])).rejected).toEqual([]);
  await rig.staging.undo();
  expect(await rig.open()).toMatchObject([{ id: added?.id }]);
});

it('all acts on a record are taken back, the last first, and those that took others back are left out', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [one] = await rig.store.list('user', [], 1);
  if (one === undefined) throw new Error('a world has people');
  const own = (action: IntentDraft['action']): IntentDraft => ({ entity: 'user', recordId: one.id, action });
  const perform = (operation: string, email: string) =>
    own({ verb: 'perform', operation, values: { email: `${email}@new.example` } });
  await rig.stage(perform('addEmail', 'first'));
  await rig.stage(perform('addEmail', 'second'));
  await rig.stage(perform('verifyEmail', 'second'));
  await rig.stage(own({ verb: 'update', field: 'email', value: 'second@new.example' }));
  await rig.stage(own({ verb: 'update', field: 'publicMetadata.contract', value: { seats: 1 } }));
  await rig.reconcile();
  await rig.stage(perform('removeEmail', 'first'));
  await rig.stage(own({ verb: 'update', field: 'publicMetadata.contract.seats', value: 2 }));
  await rig.reconcile();
  const { drafts } = inverseDrafts(await rig.store.intents({ states: ['applied'] }));
  expect(drafts.map(({ draft }) => draft.action)).toMatchObject([
    { field: 'publicMetadata.contract', value: null, base: { seats: 2 } },
    { field: 'email', value: one.email },
    { operation: 'removeEmail', values: { email: 'second@new.example' } },
  ]);
  await rig.stage(...drafts.map(({ draft }) => draft));
  expect(await rig.reconcile()).toMatchObject({ applied: 3, conflicts: 0, refused: 0 });
  const { email, emails, publicMetadata } = one;
  expect(await rig.store.get('user', one.id)).toMatchObject({ email, emails, publicMetadata });
});

it('a value that was set twice goes back before what made the last one possible is taken away', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [one] = await rig.store.list('user', [], 1);
  if (one === undefined) throw new Error('a world has people');
  const own = (action: IntentDraft['action']): IntentDraft => ({ entity: 'user', recordId: one.id, action });
  for (const email of ['first@new.example', 'second@new.example']) {
    for (const operation of ['addEmail', 'verifyEmail'])
      await rig.stage(own({ verb: 'perform', operation, values: { email } }));
    await rig.stage(own({ verb: 'update', field: 'email', value: email }));
    await rig.reconcile();
  }
  const { drafts } = inverseDrafts(await rig.store.intents({ states: ['applied'] }));
  await rig.stage(...drafts.map(({ draft }) => draft));
  expect(await rig.reconcile()).toMatchObject({ applied: 3, conflicts: 0, refused: 0 });
  const { email, emails } = one;
  expect(await rig.store.get('user', one.id)).toMatchObject({ email, emails });
});
