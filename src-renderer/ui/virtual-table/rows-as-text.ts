import type { Column } from './column';

/** Rows as a spreadsheet takes them: a line each, tabs between the values as the columns say them. */
export function rowsAsText<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  return rows
    .map((row) => columns.map(({ text }) => text(row).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}
