import type { SqlRow, SqlSession } from './sql-session';

/** Sets the given columns of one row, found by instance and id; column names come from code only. */
export const updateRow = (
  db: SqlSession,
  table: string,
  at: { readonly instance: string; readonly id: string },
  set: Readonly<SqlRow>,
): void => {
  const columns = Object.keys(set);
  if (columns.length === 0) return;
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  db.run(`UPDATE ${table} SET ${assignments} WHERE instance = ? AND id = ?`, [
    ...columns.map((column) => set[column] ?? null),
    at.instance,
    at.id,
  ]);
};
