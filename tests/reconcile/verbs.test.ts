import type { RemoteCall } from '@main/identity/identity-port';
import { editableFields } from '@shared/domain/editable-fields';
import { EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { provisionalId } from '@shared/domain/ids';
import { type JsonObject, type JsonValue, jsonEqual } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { expect, it } from 'vitest';
import type { ReconcileRig } from './reconcile-rig';
import { throughProxy } from './through-proxy';
import { creations, editable, namesakes, otherOf, subjectOf } from './verb-values';

type Started = Awaited<ReturnType<typeof throughProxy>>;

const heldBy = async ({ store }: ReconcileRig, entity: EntityName, row: StoredRecord, field: string) =>
  readField((await store.get(entity, row.id)) ?? {}, field) ?? null;

async function edit(
  { rig, colleague, writes, loseAnswers, heal }: Started,
  entity: EntityName,
  row: StoredRecord,
  field: string,
  other: (held: JsonValue, nth: number) => JsonValue,
) {
  const held = () => heldBy(rig, entity, row, field);
  const stage = async (value: JsonValue) =>
    rig.stage({ entity, recordId: row.id, action: { verb: 'update', field, value } });
  const first = other(await held(), 0);
  await stage(first);
  expect(await rig.reconcile(), `${entity}.${field}`).toMatchObject({ applied: 1 });
  expect(await held()).toEqual(first);

  // Its answer is lost: looked up, and not sent again.
  const second = other(first, 1);
  await stage(second);
  const before = writes();
  loseAnswers();
  await rig.reconcile();
  heal();
  await rig.plan();
  expect(await rig.open(), `${entity}.${field}, lost`).toEqual([]);
  expect(writes()).toBe(before + 1);

  // A colleague was there first: nothing is sent before somebody chose.
  if (jsonEqual(other(second, 0), second)) return;
  await stage(other(second, 0));
  const theirs = entity === 'role' && field === 'permissionKeys' ? [] : other(second, 2);
  if (jsonEqual(theirs, second) || jsonEqual(theirs, other(second, 0)))
    return void (await rig.staging.undo());
  const record = await rig.store.get(entity, row.id);
  const call: RemoteCall = { verb: 'update', entity, record: record ?? row, field, value: theirs };
  expect(await colleague.send(call), `${entity}.${field}, a colleague`).toMatchObject({ ok: true });
  const plan = await rig.plan();
  expect(
    plan.steps.map(({ verdict }) => verdict),
    `${entity}.${field}, met`,
  ).toEqual(['conflict']);
  for (const { intentId } of plan.steps) await rig.staging.withdraw([intentId]);
}

it.each(editable)(
  'every field of a %s: set, set with its answer lost, and met by a colleague',
  async (entity) => {
    const started = await throughProxy();
    for (const field of editableFields[entity]) {
      const row = await subjectOf(started.rig, entity, field.path);
      const other = otherOf(entity, field);
      // What is one of the record's own values is chosen in `acts.test.ts`.
      if (other !== undefined) await edit(started, entity, row, field.path, other);
    }
  },
);

it.each(EntityName.options.filter((entity) => creations[entity] !== undefined))(
  'a %s: made, made with its answer lost, undone, and taken by a colleague',
  async (entity) => {
    const { rig, colleague, writes, loseAnswers, heal } = await throughProxy();
    const [home] = await rig.store.list('organization', [], 1);
    // A connection has one directory.
    const served = new Set((await rig.store.list('directory', [])).map((row) => row.enterpriseConnectionId));
    const free = (await rig.store.list('enterpriseConnection', [])).filter(({ id }) => !served.has(id));
    // The third is staged and withdrawn: its place is the fourth's.
    const places: Readonly<Record<string, number>> = { one: 0, two: 1, three: 2, four: 2 };
    const values = (mark: string) =>
      creations[entity]?.(mark, home?.id ?? '', free[places[mark] ?? 0]?.id ?? '') ?? {};
    /** Without what a creation says and no record shows. */
    const shown = (given: JsonObject): JsonObject =>
      Object.fromEntries(Object.entries(given).filter(([field]) => !modelOf(entity).said?.[field]));
    const make = (mark: string) =>
      rig.stage({ entity, recordId: provisionalId(mark), action: { verb: 'create', values: values(mark) } });
    await make('one');
    const run = await rig.reconcile();
    expect(run).toMatchObject({ applied: 1 });
    expect(run.secrets.map(({ secret }) => typeof secret)).toEqual(modelOf(entity).once ? ['string'] : []);
    const named = async (mark: string) =>
      (await rig.store.list(entity, [])).filter(
        (row) =>
          // What was revoked may live on, as that.
          readField(row, 'status') !== 'revoked' &&
          Object.entries(shown(values(mark))).every(([field, value]) =>
            jsonEqual(readField(row, field) ?? null, value),
          ),
      );
    const [first, ...more] = await named('one');
    expect([first, more]).toMatchObject([{ ...shown(values('one')), state: 'synced' }, []]);
    const { expiresInDays: days } = values('one');
    const held = Number(readField(first ?? {}, 'expiresAt')) - Number(readField(first ?? {}, 'createdAt'));
    if (days !== undefined) expect(Math.round(held / 86_400_000), `${entity} expires`).toBe(days);

    await make('two');
    const before = writes();
    loseAnswers();
    await rig.reconcile();
    heal();
    await rig.plan();
    expect(await rig.open()).toEqual([]);
    expect(writes()).toBe(before + 1);
    expect(await named('two')).toHaveLength(1);

    await make('three');
    await rig.staging.undo();
    expect(await rig.open()).toEqual([]);
    expect(await named('three')).toEqual([]);

    await make('four');
    expect(await colleague.send({ verb: 'create', entity, values: values('four') })).toMatchObject({
      ok: true,
    });
    // Where both mean the same, the wish is fulfilled; else it is refused, and stays.
    const { shared } = rulesOf(entity);
    const goes = shared || namesakes.includes(entity);
    const { applied, alreadySo, refused } = await rig.reconcile();
    expect({ met: applied + alreadySo, refused }).toEqual({ met: goes ? 1 : 0, refused: goes ? 0 : 1 });
    expect(await rig.open()).toHaveLength(goes ? 0 : 1);
    if (shared) expect(await named('four')).toHaveLength(1);

    // What stands already is not staged again.
    if (rulesOf(entity).mark !== undefined) await expect(make('one')).rejects.toThrow('already');

    // What was made can be deleted, once, whatever becomes of the answer.
    if (rulesOf(entity).remove === undefined) return;
    for (const intent of await rig.open()) await rig.staging.withdraw([intent.id]);
    const [made] = await named('one');
    if (made === undefined) throw new Error('it was made');
    await rig.stage({ entity, recordId: made.id, action: { verb: 'delete' } });
    const sent = writes();
    loseAnswers();
    await rig.reconcile();
    heal();
    await rig.plan();
    expect(await rig.open()).toEqual([]);
    expect(writes()).toBe(sent + 1);
    expect(await named('one')).toEqual([]);
  },
);
