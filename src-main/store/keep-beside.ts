import { EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { matchesAll } from '@shared/domain/filter/matches';
import type { RecordId } from '@shared/domain/ids';
import { type JsonObject, type JsonValue, jsonEqual } from '@shared/domain/json';
import type { Beside, Kept } from '@shared/domain/kinds/model';
import { besideOf } from '@shared/domain/records/beside';
import { keptOf } from '@shared/domain/records/computed';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { type Reads, readOthers } from './read-others';
import type { WriteBatch } from './store';

type Source = Extract<Beside, { one: string } | { newest: string }>;

/** An entity whose rows keep what follows from other records. */
export interface Keeper {
  readonly entity: EntityName;
  readonly kept: Kept;
  readonly sources: readonly (readonly [name: string, source: Source])[];
}

export const keepers: readonly Keeper[] = EntityName.options.flatMap((entity) => {
  const kept = keptOf(entity);
  if (kept === null) return [];
  const sources = kept.from.flatMap((name) => {
    const beside = besideOf(entity)[name];
    return beside && ('one' in beside || 'newest' in beside) ? [[name, beside] as const] : [];
  });
  return [{ entity, kept, sources }];
});

/** Whether rows that a batch does not write may follow from it, all of an entity alike. */
export const concernsAll = ({ put = [], remove = [] }: WriteBatch): boolean => {
  const ids = new Set<string>([...put.map(({ record }) => record.id), ...remove.map(({ id }) => id)]);
  return keepers.some(({ sources }) => sources.some(([, source]) => 'id' in source && ids.has(source.id)));
};

/** The rows with what they keep, by what the store holds. */
export async function keptRows(
  reads: Reads,
  { kept, sources }: Keeper,
  rows: readonly StoredRecord[],
): Promise<readonly StoredRecord[]> {
  if (rows.length === 0) return [];
  const read = await Promise.all(
    sources.map(async ([name, source]) => [name, source.of, await readOthers(reads, rows, source)] as const),
  );
  return rows.map((row) => {
    const beside: JsonObject = Object.fromEntries(
      read.map(([name, of, others]) => [name, valueIn(others.get(row.id), of)]),
    );
    return { ...row, ...kept.of({ ...row }, beside) } as StoredRecord;
  });
}

/** Those of the rows that keep something else than before, in the order of before. */
export const changedOf = (
  before: readonly StoredRecord[],
  after: readonly StoredRecord[],
): readonly StoredRecord[] => after.filter((row, index) => !jsonEqual({ ...row }, { ...before[index] }));

/**
 * The batch with what its rows keep, and with the rows that its other records name. A record that all rows follow from is not looked at
 * (`concernsAll`): they may be a hundred thousand, and are written anew by `create-refresher.ts`.
 */
export async function keepBeside(reads: Reads, batch: WriteBatch): Promise<WriteBatch> {
  const seen = new Set([...(batch.put ?? []), ...(batch.remove ?? [])].map(({ entity }) => entity));
  const then = asIfWritten(reads, batch);
  let put = batch.put ?? [];
  for (const keeper of keepers) {
    const { entity, sources } = keeper;
    if (!seen.has(entity) && !sources.some(([, source]) => seen.has(nameOf(source)))) continue;
    const own = put.filter((each) => each.entity === entity);
    const others = await concerned(reads, keeper, batch);
    const rows = await keptRows(then, keeper, [...own.map(({ record }) => record), ...others]);
    const changed = changedOf(others, rows.slice(own.length));
    const written = [...rows.slice(0, own.length), ...changed].map((record) => ({ entity, record }));
    put = [...put.filter((each) => each.entity !== entity), ...written];
  }
  return { ...batch, put };
}

const nameOf = (source: Source): EntityName => ('one' in source ? source.one : source.newest) as EntityName;

const valueIn = (other: object | undefined, of: string): JsonValue =>
  (other === undefined ? undefined : readField(other, of)) ?? null;

/** Rows that no batch writes, and that the records which it does write name, or named until now. */
async function concerned(
  reads: Reads,
  { entity, sources }: Keeper,
  { put = [], remove = [] }: WriteBatch,
): Promise<readonly StoredRecord[]> {
  const named = await Promise.all(
    sources.map(async ([, source]) => {
      if (!('newest' in source)) return [];
      const own = (of: { readonly entity: EntityName }): boolean => of.entity === source.newest;
      const records = put.filter(own).map(({ record }) => record);
      const ids = [...records, ...remove.filter(own)].map(({ id }) => id);
      const before = ids.length === 0 ? [] : (await reads.getMany(nameOf(source), ids)).values();
      return [...records, ...before].map((record) => valueIn(record, source.by) as RecordId | null);
    }),
  );
  const written = new Set([
    ...put.filter((each) => each.entity === entity).map(({ record }) => record.id),
    ...remove.map(({ id }) => id),
  ]);
  const ids = [...new Set(named.flat())].filter((id) => id !== null && id !== '' && !written.has(id));
  return ids.length === 0 ? [] : [...(await reads.getMany(entity, ids as RecordId[])).values()];
}

/** What all rows of an entity follow from alike, with the version of what is made of it. */
export async function commonOf(reads: Reads, { entity, sources }: Keeper): Promise<JsonObject> {
  const values = sources.map(async ([name, source]) => {
    if (!('id' in source)) return [];
    const id = source.id as RecordId;
    return [[name, valueIn((await reads.getMany(nameOf(source), [id])).get(id), source.of)]] as const;
  });
  return {
    version: modelOf(entity).computed?.version ?? 0,
    ...Object.fromEntries((await Promise.all(values)).flat()),
  };
}

/** Reads as if a batch was written already. */
function asIfWritten(reads: Reads, { put = [], remove = [] }: WriteBatch): Reads {
  // Of several writes to one record the last counts.
  const written = new Map(put.map((each) => [`${each.entity} ${each.record.id}`, each]));
  const gone = new Set(remove.map(({ entity, id }) => `${entity} ${id}`));
  return {
    list: async (entity, where) => {
      const held = await reads.list(entity, where);
      const other = held.filter(({ id }) => !written.has(`${entity} ${id}`) && !gone.has(`${entity} ${id}`));
      const own = [...written.values()].filter((each) => each.entity === entity).map(({ record }) => record);
      return [...other, ...(own as unknown as typeof held).filter((record) => matchesAll(where, record))];
    },
    getMany: async (entity, ids) => {
      const found = new Map(await reads.getMany(entity, ids));
      for (const id of ids) {
        const own = written.get(`${entity} ${id}`)?.record;
        if (own !== undefined) found.set(id, own as typeof found extends Map<RecordId, infer R> ? R : never);
        else if (gone.has(`${entity} ${id}`)) found.delete(id);
      }
      return found;
    },
  };
}
