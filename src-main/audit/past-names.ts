import { entityHomes, searchedText } from '@main/store/collections';

import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { readField, writeField } from '@shared/domain/field-path';
import { filtersIn } from '@shared/domain/filter/condition';
import type { Past } from '@shared/domain/history/rewind';
import type { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { repeatsOf } from '@shared/domain/records/repeats-of';
import { type ChainPlace, readPasts } from './read-pasts';

/** A field that repeats a name of another record, with the names that were other ones at a moment. */
export interface PastName {
  /** The field that repeats it, `userName` say. */
  readonly field: string;
  /** The field that says whose it is, `userId` say. */
  readonly by: string;
  /** By the value of that field; only those that changed since. */
  readonly names: ReadonlyMap<string, JsonValue>;
}

/**
 * What memberships and invitations repeat of people, organizations and roles, as it was at a place of the chain. They
 * have no history of it: whoever is renamed has one entry, however many memberships show the name.
 */
export async function readPastNames(
  store: Store,
  entity: EntityName,
  place: ChainPlace,
): Promise<readonly PastName[]> {
  const names: PastName[] = [];
  const read = new Map<EntityName, Awaited<ReturnType<typeof readPasts>>>();
  for (const { field, by, of, target } of repeatsOf(entity)) {
    const pasts = read.get(target) ?? (await readPasts(store, target, place));
    read.set(target, pasts);
    const keys = target === 'role' ? await roleKeys(store, pasts) : new Map<RecordId, string>();
    names.push({ field, by, names: told(pasts, of, (id) => keys.get(id) ?? id) });
  }
  return names.filter((name) => name.names.size > 0);
}

/** Roles are named by their key, which may itself stand in the past only. */
async function roleKeys(
  store: Store,
  pasts: ReadonlyMap<RecordId, Past>,
): Promise<ReadonlyMap<RecordId, string>> {
  const keys = new Map(
    [...(await store.getMany('role', [...pasts.keys()]))].map(([id, { key }]) => [id, key]),
  );
  for (const [id, past] of pasts) {
    const key = fieldsOf(past)?.get('key');
    if (key !== undefined) keys.set(id, String(key));
  }
  return keys;
}

const fieldsOf = (past: Past): ReadonlyMap<string, JsonValue> | undefined =>
  past.kind === 'absent' ? undefined : past.fields;

function told<K extends string>(
  pasts: ReadonlyMap<K, Past>,
  field: string,
  keyOf: (id: K) => string,
): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const [id, past] of pasts) {
    const value = fieldsOf(past)?.get(field);
    if (value !== undefined) values.set(keyOf(id), value);
  }
  return values;
}

/** The record with the names as they were. */
export function withPastNames<R extends RemoteRecord | StoredRecord>(
  record: R,
  names: readonly PastName[],
): R {
  let named = record;
  for (const { field, by, names: past } of names) {
    const name = past.get(String(readField(named, by)));
    if (name !== undefined) named = writeField(named, field, name);
  }
  return named;
}

/**
 * Rows of now that a past name may put into the query, out of it or to another place in its order: none when the query asks
 * for nothing that was renamed, so that a large organization costs nothing but where its name is sorted by or looked for.
 */
export async function misplacedRows(
  store: Store,
  query: PageQuery,
  names: readonly PastName[],
): Promise<readonly StoredRecord[]> {
  const { sort = entityHomes[query.entity].sort, thenBy = [] } = query;
  const sorted = [sort, ...thenBy].map(({ field }) => field);
  const searched = query.text.trim() === '' ? [] : (searchedText[entityHomes[query.entity].collection] ?? []);
  const asked = new Set([...sorted, ...searched, ...filtersIn(query.where).map(({ field }) => field)]);
  const moved = new Set(names.map(({ field }) => field));
  const and = query.where.filter((each) => !filtersIn([each]).some(({ field }) => moved.has(field)));
  const renamed = new Map<string, Set<string>>();
  for (const { field, by, names: past } of names)
    if (asked.has(field)) renamed.set(by, new Set([...(renamed.get(by) ?? []), ...past.keys()]));
  const rows: StoredRecord[] = [];
  for (const [field, values] of renamed)
    rows.push(...(await listIn(store, query.entity, { field, values, and })));
  return rows;
}
