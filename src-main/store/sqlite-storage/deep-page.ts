import { from } from './bookmarks';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import type { Sql } from './sql';

/** A page far down a list; `orderBy` are the ORDER BY terms, the last of them `id ASC`. */
export interface DeepPage {
  readonly where: Sql;
  readonly orderBy: string;
  readonly skip: number;
  readonly limit: number;
}

const ASCENDING = /^((?:\w+ ASC, )*)id ASC$/;
const DESCENDING = /^(k\d+|lwt) DESC, id ASC$/;

/** Row ids of a page far down, by way of bookmarks; `undefined` when its order is none of those that have some. */
export function deepPage(table: CollectionTable, page: DeepPage): readonly SqlValue[] | undefined {
  const leading = ASCENDING.exec(page.orderBy)?.[1];
  if (leading !== undefined) {
    return ascendingPage(table, page, [...leading.split(' ASC, ').slice(0, -1), 'id']);
  }
  const column = DESCENDING.exec(page.orderBy)?.[1];
  return column === undefined ? undefined : descendingPage(table, page, column);
}

function ascendingPage(
  table: CollectionTable,
  { where, orderBy, skip, limit }: DeepPage,
  columns: readonly string[],
): readonly SqlValue[] | undefined {
  const rows = { table: table.name, where, columns, direction: 'ASC' } as const;
  const near = table.bookmarks.before(rows, skip);
  if (near === undefined) return undefined;
  const { text, params } = from(rows, near.values);
  return table.file.column(`SELECT rid ${text} ORDER BY ${orderBy} LIMIT ? OFFSET ?`, [
    ...params,
    limit,
    skip - near.skip,
  ]);
}

/**
 * A page by one column downwards and then by id upwards. RxDB breaks ties by ascending id, so the index, walked
 * backwards, has every group of equal values upside down, and SQLite would sort each group on the way. But a group
 * lies in the same place either way round: walk backwards to the place, see which group that is and how far into it
 * the page starts, and read only from there in the right order.
 */
function descendingPage(
  table: CollectionTable,
  { where, skip, limit }: DeepPage,
  column: string,
): readonly SqlValue[] | undefined {
  const rows = { table: table.name, where, columns: [column, 'id'], direction: 'DESC' } as const;
  const near = table.bookmarks.before(rows, skip);
  if (near === undefined) return undefined;
  const { text, params } = from(rows, near.values);
  const place = table.file.row(
    `SELECT ${column} AS value, id ${text} ORDER BY ${column} DESC, id DESC LIMIT 1 OFFSET ?`,
    [...params, skip - near.skip],
  );
  const { value = null, id = null } = place ?? {};
  if (value === null) return undefined;
  const all = `FROM ${table.name} WHERE ${where.text}`;
  const into = table.file.value(`SELECT count(*) ${all} AND ${column} = ? AND id > ?`, [
    ...where.params,
    value,
    id,
  ]);
  const found = table.file.column(
    `SELECT rid ${all} AND ${column} <= ? ORDER BY ${column} DESC, id ASC LIMIT ? OFFSET ?`,
    [...where.params, value, limit, into ?? 0],
  );
  if (found.length === limit) return found;
  const missing = table.file.column(`SELECT rid ${all} AND ${column} IS NULL ORDER BY id LIMIT ?`, [
    ...where.params,
    limit - found.length,
  ]);
  return [...found, ...missing];
}
