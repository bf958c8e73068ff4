import type { RowCommandId } from '@shared/contract/commands';
import { t } from '@shared/language/t';
import type { Column } from './column';

/** What the screen of a table can do with its rows; what it cannot is in no menu. */
export interface RowActions<T> {
  readonly open: (row: T) => void;
  /** Goes to the page of its own that a record has. */
  readonly page?: (row: T) => void;
  /** Narrows the window to the record; `narrows` says to which it can be. */
  readonly narrow?: (row: T) => void;
  readonly narrows?: (row: T) => boolean;
  readonly edit?: (row: T) => void;
  readonly history?: (row: T) => void;
  /** Takes back what is staged on the rows; `staged` says which have something. */
  readonly withdraw?: (rows: readonly T[]) => void;
  readonly staged?: (row: T) => boolean;
  /** Puts a link to the record on the clipboard. */
  readonly link?: (row: T) => void;
  /** Puts a text on the clipboard, and says so: `3 rows`. */
  readonly copy: (text: string, what: string) => void;
}

interface TableParts<T> {
  readonly columns: readonly Column<T>[];
  readonly idOf: (row: T) => string;
  /** Undefined: rows cannot be chosen. */
  readonly select?: (row: T) => void;
  readonly actions: RowActions<T>;
}

/** Null: not to these rows, so grey. Undefined: never in this table. */
export type RowRuns = Readonly<Record<RowCommandId, (() => void) | null | undefined>>;

/** What each command of the table would do to these rows: one, or all that are selected. */
export function rowRuns<T>({ columns, idOf, select, actions }: TableParts<T>, rows: readonly T[]): RowRuns {
  const [first] = rows;
  const one = (act: ((row: T) => void) | undefined): (() => void) | null | undefined =>
    act && (first !== undefined && rows.length === 1 ? () => act(first) : null);
  const { withdraw, staged = () => false, narrow, narrows = () => true, copy } = actions;
  const own = rows.filter(staged);
  return {
    'row-open': one(actions.open),
    'row-page': one(actions.page),
    'row-scope': narrow && (rows.every(narrows) ? one(narrow) : null),
    'row-edit': one(actions.edit),
    'row-history': one(actions.history),
    'row-withdraw': withdraw && (own.length > 0 ? () => withdraw(own) : null),
    'row-select': one(select),
    'copy-rows': () => copy(rowsAsText(columns, rows), rowsText(rows.length)),
    'row-link': one(actions.link),
    'copy-ids': () =>
      copy(rows.map(idOf).join('\n'), t('{count, plural, one {# id} other {# ids}}', { count: rows.length })),
  };
}

/** `1 row`, `3 rows`. */
export const rowsText = (count: number): string =>
  t('{count, plural, one {# row} other {# rows}}', { count });

/** Rows as a spreadsheet takes them: a line each, tabs between the values as the columns say them. */
export function rowsAsText<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  return rows
    .map((row) => columns.map(({ text }) => text(row).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}
