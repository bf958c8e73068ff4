import { builtInColumn, foldedPath } from '../collection-layout';
import type { CollectionTable } from '../collection-table';
import { FALSE, TRUE } from '../sql';
import { columnField, foldedField, isOneOf } from './column-field';
import type { FieldResolver, FieldSql } from './field-sql';
import { jsonField } from './json-field';
import { exactly } from './predicate';

/** `_deleted` has a column of its own that holds 0 or 1 and is never missing. */
const DELETED_FIELD: FieldSql = {
  unsure: FALSE,
  missing: FALSE,
  isNull: FALSE,
  isObject: FALSE,
  equals: (values) => isOneOf('deleted', values.filter((value) => typeof value === 'boolean').map(Number)),
  compare: (comparison, operand) =>
    typeof operand === 'boolean' ? { text: `deleted ${comparison} ?`, params: [Number(operand)] } : FALSE,
  contains: () => exactly(FALSE),
  ofType: (type) => (type === 'boolean' ? TRUE : FALSE),
  modulo: () => FALSE,
};

/** The column that orders and answers for a path, unless some document holds a value there that has no key. */
export function columnOf(table: CollectionTable, path: string): string | undefined {
  const builtIn = builtInColumn(table.layout.primary, path);
  if (builtIn !== undefined) return builtIn;
  if (table.odd.has(path)) return undefined;
  return table.layout.fields.find((field) => field.path === path)?.column;
}

/** The column that a path is sorted by: of its folded text, where it is declared to be sorted as people do. */
export function orderColumnOf(table: CollectionTable, path: string): string | undefined {
  return table.odd.has(path) ? undefined : (columnOf(table, foldedPath(path)) ?? columnOf(table, path));
}

/** Resolves the fields of a collection: its key columns where they can answer, the JSON else. */
export function fieldResolver(table: CollectionTable): FieldResolver {
  return (path) => {
    const column = columnOf(table, path);
    if (column === undefined) return jsonField(path);
    if (column === 'deleted') return DELETED_FIELD;
    const folded = columnOf(table, foldedPath(path));
    return folded === undefined ? columnField(column) : foldedField(column, folded);
  };
}
