import type { CollectionTable } from './collection-table';
import { FALSE, type Sql, sql } from './mango/sql';
import { needleQueries } from './needle';

/** The rows whose text contains the needle, as a condition on the document table. */
export function textCondition(table: CollectionTable, needle: string): Sql {
  const widest = needleQueries(needle).at(-1);
  const text = table.textIndexName();
  if (widest === undefined) return FALSE;
  return sql(`rid IN (SELECT rowid FROM ${text} WHERE ${text} MATCH ?)`, widest);
}
