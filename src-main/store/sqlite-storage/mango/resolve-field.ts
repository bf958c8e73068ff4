import { builtInColumn } from '../collection-layout';
import type { CollectionTable } from '../collection-table';
import { columnField } from './column-field';
import { DELETED_FIELD } from './deleted-field';
import type { FieldResolver } from './field-sql';
import { jsonField } from './json-field';

/** The column that orders and answers for a path, unless some document holds a value there that has no key. */
export function columnOf(table: CollectionTable, path: string): string | undefined {
  const builtIn = builtInColumn(table.layout.primary, path);
  if (builtIn !== undefined) return builtIn;
  if (table.odd.has(path)) return undefined;
  return table.layout.fields.find((field) => field.path === path)?.column;
}

/** Resolves the fields of a collection: its key columns where they can answer, the JSON else. */
export function fieldResolver(table: CollectionTable): FieldResolver {
  return (path) => {
    const column = columnOf(table, path);
    if (column === undefined) return jsonField(path);
    return column === 'deleted' ? DELETED_FIELD : columnField(column);
  };
}
