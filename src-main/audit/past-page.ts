import { entityHomes } from '@main/store/collections';
import { orderValue } from '@main/store/order-value';
import type { Store, StorePage } from '@main/store/store';
import type { PageQuery } from '@shared/contract/page';
import { readField } from '@shared/domain/field-path';
import { project } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { compareValues, matchesQuery } from './matches-query';
import type { PastRows } from './past-rows';
import { startNear } from './start-near';

/** Rows read beyond a page at first: most that are other ones now lie elsewhere. */
const margin = 50;
/** A row of the past carries no edits. */
const unsynced = { hash: '', sweep: 0, fetchedAt: 0 };

/**
 * A page of a table as it was. Rows that are the same now and then come from the table itself, in its order; the others
 * are merged in. A row's place shifts by no more than there are others before it, so a window around the page is enough:
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
  // As the store's own pages are: rows that are equal by every key by their ids, in the direction of the first.
  const orders = [sort, ...(query.thenBy ?? []), { field: 'id', direction: sort.direction }].map(
    ({ field, direction }): Order => {
      const sortedBy = (row: StoredRecord) => orderValue(entity, field, readField(row, field));
      const sign = direction === 'asc' ? 1 : -1;
      return (a, b) => sign * compareValues(sortedBy(a), sortedBy(b));
    },
  );
  const order: Order = (a, b) => orders.reduce((found, compare) => found || compare(a, b), 0);
  const old = [...was.values()]
    .flatMap((record) => project(entity, record, [], unsynced) ?? [])
    .filter((row) => matchesQuery(query, row))
    .sort(order);
  const others = [...now.values()].filter((row) => matchesQuery(query, row)).sort(order);
  const read = (from: number, count: number): Promise<StorePage> =>
    store.page({ ...query, sort, offset: from, limit: count });
  const placeOf = (row: StoredRecord, index: number): number =>
    index - rankOf(others, row, order) + rankOf(old, row, order);

  const start = await startNear({ offset, limit, shift: old.length, read, placeOf });
  for (let beyond = margin; ; beyond *= 4) {
    const asked = offset - start.place + limit + beyond;
    const window = await read(start.index, asked);
    const [first] = window.rows;
    const last = window.rows.at(-1);
    const whole = window.rows.length < asked;
    if (!whole && last && placeOf(last, start.index + asked - 1) < offset + limit) continue;
    const skipped = start.index === 0 ? 0 : first === undefined ? old.length : rankOf(old, first, order);
    const same = window.rows.filter(({ id }) => !now.has(id) && !was.has(id));
    const merged = [...same, ...old.slice(skipped, skipped + offset - start.place + limit)].sort(order);
    return {
      rows: merged.slice(offset - start.place, offset - start.place + limit),
      total: window.total - others.length + old.length,
      totalIsLowerBound: window.totalIsLowerBound,
    };
  }
}

type Order = (a: StoredRecord, b: StoredRecord) => number;

/** How many of the rows, which are in this order, come before a row: by halving. */
function rankOf(rows: readonly StoredRecord[], row: StoredRecord, order: Order): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = rows[middle];
    if (one !== undefined && order(one, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
