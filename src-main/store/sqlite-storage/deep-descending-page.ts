import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import type { Sql } from './mango/sql';

/** What to page through: rows that fulfil `where`, by one column downwards and then by id upwards. */
export interface DescendingPage {
  readonly where: Sql;
  readonly column: string;
  readonly skip: number;
  readonly limit: number;
}

/**
 * A page far down a descending order. RxDB breaks ties by ascending id, so the index, walked backwards, has every
 * group of equal values upside down, and SQLite would sort each group on the way. But a group lies in the same
 * place either way round: walk backwards to the place, see which group that is and how far into it the page
 * starts, and read only from there in the right order.
 *
 * @returns row ids, or `undefined` when the place lies among missing values, which a bound cannot reach.
 */
export function deepDescendingPage(
  table: CollectionTable,
  { where, column, skip, limit }: DescendingPage,
): readonly SqlValue[] | undefined {
  const from = `FROM ${table.name} WHERE ${where.text}`;
  const place = table.file.row(
    `SELECT ${column} AS value, id ${from} ORDER BY ${column} DESC, id DESC LIMIT 1 OFFSET ?`,
    [...where.params, skip],
  );
  if (place === undefined) return [];
  const { value = null, id = null } = place;
  if (value === null) return undefined;
  const into = table.file.value(`SELECT count(*) ${from} AND ${column} = ? AND id > ?`, [
    ...where.params,
    value,
    id,
  ]);
  const rows = table.file.column(
    `SELECT rid ${from} AND ${column} <= ? ORDER BY ${column} DESC, id ASC LIMIT ? OFFSET ?`,
    [...where.params, value, limit, into ?? 0],
  );
  if (rows.length === limit) return rows;
  const missing = table.file.column(`SELECT rid ${from} AND ${column} IS NULL ORDER BY id LIMIT ?`, [
    ...where.params,
    limit - rows.length,
  ]);
  return [...rows, ...missing];
}
