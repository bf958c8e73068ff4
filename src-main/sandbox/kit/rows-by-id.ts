import type { SqlRow } from '../database/sql-session';
import type { Scope } from './scope';

/** Loads rows by id into a map; ids that do not exist are left out. */
export const rowsById = <Row extends SqlRow & { readonly id: string }>(
  { db, instance }: Scope,
  table: 'organizations' | 'users' | 'roles' | 'permissions',
  ids: readonly string[],
): ReadonlyMap<string, Row> => {
  const rows = db.all<Row>(
    `SELECT * FROM ${table} WHERE instance = ? AND id IN (SELECT value FROM json_each(?))`,
    [instance, JSON.stringify([...new Set(ids)])],
  );
  return new Map(rows.map((row) => [row.id, row]));
};
