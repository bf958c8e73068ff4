import type { SqlRow, SqlSession } from './sql-session';

/**
 * Inserts rows of one shape into a table.
 *
 * Every row must have the columns of the first one; column names come from code, never from a request.
 */
export const insertRows = (
  db: SqlSession,
  table: string,
  instance: string,
  rows: readonly Readonly<SqlRow>[],
): void => {
  const [head] = rows;
  if (head === undefined) return;
  const columns = Object.keys(head);
  const marks = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (instance, ${columns.join(', ')}) VALUES (?, ${marks})`;
  for (const row of rows) db.run(sql, [instance, ...columns.map((column) => row[column] ?? null)]);
};
