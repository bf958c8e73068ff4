import type { CollectionTable } from './collection-table';
import { needleOf } from './needle';
import { FALSE, type Sql, sql } from './sql';

/** The rows whose text contains the needle, as a condition on the document table. */
export function textCondition(table: CollectionTable, needle: string): Sql {
  const text = table.searchable().name;
  const found = needleOf(needle);
  if (found === undefined) return FALSE;
  return sql(`rid IN (SELECT rowid FROM ${text} WHERE ${text} MATCH ?)`, found.query);
}
