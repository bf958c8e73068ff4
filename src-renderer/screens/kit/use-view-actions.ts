import type { ViewActions } from '@renderer/screens/shared/saved-views';
import { tableName, useColumnLayouts } from '@renderer/state/column-layouts';
import { useOwnPaths } from './own-columns';
import { type ViewedTable, viewFromFile, viewToFile } from './view-file';

/** What views of a table keep beside its route, and how they go to files and come back. */
export function useViewActions(table: ViewedTable): ViewActions {
  const name = tableName(table.screen, table.entity);
  const layout = useColumnLayouts(({ layouts }) => layouts[name]);
  const own = useOwnPaths(name);
  return {
    table: name,
    columns: { layout, own },
    toFile: (called, view) => viewToFile(table, called, view),
    fromFile: (view) => viewFromFile(table, view),
  };
}
