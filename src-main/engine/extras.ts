import { readBook } from '@main/books/books';
import { readCustomers } from '@main/books/read-customers';
import { sinceIn } from '@main/fleet/find-drift';
import { NotKnown } from '@main/store/as-store-failure';
import { type Joined, type Reads, readOthers } from '@main/store/read-others';
import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Beside } from '@shared/domain/kinds/model';
import { besideOf, type CountedBeside } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { EngineParts } from './engine-parts';
import { countedWhere, countsOf, figureLack } from './tell-figures';

type Values = ReadonlyMap<string, JsonValue>;

/** Figures shown beside the rows of a page (`only` these), by record id: one indexed count or look-up a row, never a scan. */
export async function pageExtras(
  { store, now }: Pick<EngineParts, 'store' | 'now'>,
  entity: EntityName,
  rows: readonly StoredRecord[],
  reads: Reads = store,
  only: readonly string[] = Object.keys(besideOf(entity)),
  count: CountRows = lookedUp,
): Promise<Record<string, JsonObject>> {
  // Several values of the same other records are one look-up.
  const others = new Map<string, Promise<Joined>>();
  const once = (key: string, read: () => Promise<Joined>): Promise<Joined> => {
    const known = others.get(key) ?? read();
    others.set(key, known);
    return known;
  };
  let pasts: ReturnType<typeof readPasts> | undefined;
  const valuesOf = async (beside: Beside): Promise<Values> => {
    if ('count' in beside) return count(store, rows, beside);
    if ('agreed' in beside) return agreed(store, rows, now());
    if ('since' in beside) {
      pasts ??= readPasts(store, entity, rows);
      return new Map([...(await pasts)].map(([id, past]) => [id, sinceIn(past, beside.since)?.at ?? null]));
    }
    const { of, ...source } = beside;
    const joined = await once(JSON.stringify(source), () => readOthers(reads, rows, beside));
    return new Map([...joined].map(([id, other]) => [id, readField(other, of) ?? null]));
  };
  const all = Object.entries(besideOf(entity)).filter(([name]) => only.includes(name));
  const read = await Promise.all(all.map(async ([name, beside]) => [name, await valuesOf(beside)] as const));
  if (read.length === 0) return {};
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      Object.fromEntries(read.map(([name, values]) => [name, values.get(row.id) ?? null])),
    ]),
  );
}

/** Changes of each row that are looked through. */
const looked = 100;

/** What became of each row, newest first: one read for all of them, unless a few have so many changes that others' were left out. */
async function readPasts(
  store: Store,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<ReadonlyMap<string, readonly HistoryEntry[]>> {
  const recordIds = rows.map(({ id }) => id);
  const limit = looked * recordIds.length;
  const all = await store.history({ entity, recordIds, limit });
  if (all.length < limit) {
    const pasts = new Map<string, HistoryEntry[]>(recordIds.map((id) => [id, []]));
    for (const entry of all) pasts.get(entry.recordId)?.push(entry);
    return pasts;
  }
  const past = recordIds.map(
    async (recordId) => [recordId, await store.history({ entity, recordId, limit: looked })] as const,
  );
  return new Map(await Promise.all(past));
}

/** How many records name each row; nothing where that is not known. */
type CountRows = (store: Store, rows: readonly StoredRecord[], beside: CountedBeside) => Promise<Values>;

const namedBy = (row: StoredRecord, { at = 'id' }: CountedBeside): JsonValue => readField(row, at) ?? null;

const lookedUp: CountRows = async (store, rows, beside) => {
  if ((await figureLack(store, beside)) !== null) return new Map();
  const and = await countedWhere(store, beside);
  const counts = rows.map(async (row) => {
    const own: Filter = { field: beside.by, op: 'eq', value: namedBy(row, beside) };
    return [row.id, await store.count(EntityName.parse(beside.count), [own, ...and])] as const;
  });
  return new Map(await Promise.all(counts));
};

/** Rows that are as many as a page at most: looking each up is less work than counting all. */
const mostLookedUp = 500;

/** What stands beside the rows of one export, portion by portion: figures are of one moment, however much is written meanwhile. */
export function exportExtras(parts: Pick<EngineParts, 'store' | 'now'>) {
  const counted = new Map<CountedBeside, Promise<ReadonlyMap<JsonValue, number> | null>>();
  const once: CountRows = async (store, rows, beside) => {
    // The first portion is all there is, where it is that small.
    if (!counted.has(beside) && rows.length <= mostLookedUp) return lookedUp(store, rows, beside);
    const known =
      counted.get(beside) ??
      countsOf(store, beside).catch((error: unknown) => {
        if (error instanceof NotKnown) return null;
        throw error;
      });
    counted.set(beside, known);
    const all = await known;
    if (all === null) return new Map();
    return new Map(rows.map((row) => [row.id, all.get(namedBy(row, beside)) ?? 0]));
  };
  return (entity: EntityName, rows: readonly StoredRecord[], names: readonly string[]) =>
    pageExtras(parts, entity, rows, parts.store, names, once);
}

/** How customers stand by their plans; nothing where none has one. */
async function agreed(store: Store, rows: readonly StoredRecord[], at: number): Promise<Values> {
  if ((await readBook(store, 'customerSubscription')).length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  return new Map(await readCustomers(store, at, ids));
}
