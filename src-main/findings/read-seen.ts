import type { Store } from '@main/store/store';
import type { Condition, Filter } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Seen } from '@shared/domain/findings/finding-facts';
import type { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';

const touched: Filter = { field: 'state', op: 'ne', value: 'synced' };

/** A stored record as the service held it; nothing for one that it never had, or has lost. */
export function seenOf<E extends EntityName>(entity: E, stored: StoredRecord<E>): readonly Seen<E>[] {
  const row = serverRow(entity, stored);
  return row === null
    ? []
    : [{ row, readAt: stored.sync.fetchedAt, staged: (stored.state as string) !== 'synced' }];
}

/**
 * Records as the service held them. A condition is asked of what is visible, so that records with something staged come along whether
 * they fit or not: who asks looks again.
 */
export async function readSeen<E extends EntityName>(
  store: Store,
  entity: E,
  where: readonly Condition[] = [],
): Promise<readonly Seen<E>[]> {
  const rows = new Map((await store.list(entity, where)).map((row) => [row.id, row]));
  if (where.length > 0) for (const row of await store.list(entity, [touched])) rows.set(row.id, row);
  return [...rows.values()].flatMap((row) => seenOf(entity, row));
}

const chunk = 1_000;

/** Records by their ids, as the service held them. */
export async function readById<E extends EntityName>(
  store: Store,
  entity: E,
  ids: Iterable<RecordId>,
): Promise<ReadonlyMap<string, Seen<E>>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Seen<E>>();
  for (let at = 0; at < wanted.length; at += chunk)
    for (const row of (await store.getMany(entity, wanted.slice(at, at + chunk))).values())
      for (const one of seenOf(entity, row)) found.set(row.id, one);
  return found;
}

/** How many records hold each value of an indexed field, as the service held them. */
export async function countSeen(
  store: Store,
  entity: EntityName,
  field: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const add = (value: unknown, by: number): void => {
    const key = String(value);
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  const all = { entity, where: [], text: '', offset: 0, limit: 1 };
  for (const { value, count } of await store.facets(all, field)) add(value, count);
  for (const stored of await store.list(entity, [touched])) {
    add(readField(stored, field), -1);
    for (const { row } of seenOf(entity, stored)) add(readField(row, field), 1);
  }
  return new Map([...counts].filter(([, count]) => count > 0));
}
