import { entityHomes } from '@main/store/collections';
import type { Store, StorePage } from '@main/store/store';
import type { PageQuery } from '@shared/contract/page';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { compareValues, matchesQuery } from './matches-query';
import type { PastRows } from './past-rows';

/**
 * A page of a table as it was. Rows that are the same now and then come from the table itself, in its order; the few others
 * are merged in. A row's place shifts by no more than there are others, so a window around the page is enough:
 *
 *     now:   a b [c d e f g] h       others out, old ones in:    a b' [c d f] g h
 */
export async function pastPage(
  store: Store,
  query: PageQuery,
  { now, was }: Pick<PastRows, 'now' | 'was'>,
): Promise<StorePage> {
  const { entity, offset, limit } = query;
  const sort = query.sort ?? entityHomes[entity].sort;
  const sign = sort.direction === 'asc' ? 1 : -1;
  const order = (a: object & { id: string }, b: object & { id: string }): number =>
    sign * (compareValues(readField(a, sort.field), readField(b, sort.field)) || compareValues(a.id, b.id));
  const old = [...was.values()]
    .filter((record) => matchesQuery(query, record))
    .map(asStored)
    .sort(order);
  const others = [...now.values()].filter((row) => matchesQuery(query, row));
  const start = Math.max(0, offset - old.length);
  const window = await store.page({
    ...query,
    sort,
    offset: start,
    limit: offset - start + limit + others.length,
  });
  const total = window.total - others.length + old.length;
  const [pivot] = window.rows;
  const before = (rows: readonly StoredRecord[]): number =>
    start === 0 || pivot === undefined ? 0 : rows.filter((row) => order(row, pivot) < 0).length;
  const place = start - before(others) + before(old);
  const same = window.rows.filter(({ id }) => !now.has(id) && !was.has(id));
  const merged = [...same, ...old.slice(before(old))].sort(order);
  return {
    rows: pivot === undefined && start > 0 ? [] : merged.slice(offset - place, offset - place + limit),
    total,
    totalIsLowerBound: window.totalIsLowerBound,
  };
}

/** A row of the past carries no edits. */
function asStored(record: object & { readonly id: string }): StoredRecord {
  const sync = { hash: '', sweep: 0, fetchedAt: 0 };
  return { ...record, state: 'synced', staged: null, server: {}, sync } as unknown as StoredRecord;
}
