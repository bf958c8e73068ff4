import type { SqlRow, SqlValue } from '../database/sql-session';
import type { Scope } from '../kit/scope';

/** A part of a WHERE clause with its values; texts come from code, values from the request. */
export type Condition = { readonly sql: string; readonly values: readonly SqlValue[] };

/** Which rows of a table, in which order. The table is `t`; `joins` may add others. */
export type Selection = {
  readonly table:
    | 'organizations'
    | 'users'
    | 'roles'
    | 'permissions'
    | 'memberships'
    | 'invitations'
    | 'small_records';
  readonly joins?: string;
  readonly where: readonly Condition[];
  readonly orderBy: string;
  readonly limit: number;
  readonly offset: number;
};

/** A page of rows and how many there are over all pages. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/**
 * Reads one page.
 *
 * The inner query walks an index and skips `offset` entries without touching their rows; the outer one then loads the
 * page, so that a deep offset in 300,000 rows stays cheap.
 */
export const selectPage = <Row extends SqlRow>({ db, instance }: Scope, selection: Selection): Page<Row> => {
  const { table, joins = '', where, orderBy, limit, offset } = selection;
  const conditions = [{ sql: 't.instance = ?', values: [instance] }, ...where];
  const clause = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  const values = conditions.flatMap((condition) => [...condition.values]);
  const from = `FROM ${table} t ${joins}`;
  const rows = db.all<Row>(
    `SELECT t.* ${from} WHERE t.rowid IN (
       SELECT t.rowid ${from} WHERE ${clause} ORDER BY ${orderBy} LIMIT ? OFFSET ?
     ) ORDER BY ${orderBy}`,
    [...values, limit, offset],
  );
  return { rows, total: db.count(`SELECT count(*) ${from} WHERE ${clause}`, values) };
};
