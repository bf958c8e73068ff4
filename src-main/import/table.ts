import type { Failure } from '@shared/domain/failure';
import type { ImportCell } from '@shared/domain/import/import-cell';
import { t } from '@shared/language/t';

/** A line of a file: its cells in the order of the columns, or why it has none. */
export interface TableLine {
  /** As an editor counts, from 1; the head of a table is one. */
  readonly line: number;
  /** Name of its sheet, where lines of several are read. */
  readonly sheet?: string;
  readonly cells: readonly ImportCell[];
  /** Why cells have no value, as sentences by their place: of a column that is left out it does not count. */
  readonly odd?: ReadonlyMap<number, string>;
  readonly fault?: string;
}

/** A file that is read by portions, as often as one likes. */
export interface Table {
  readonly format: 'csv' | 'xlsx' | 'jsonl';
  readonly columns: readonly string[];
  /** What there is to say of how it was read, as sentences. */
  readonly notes: readonly string[];
  /** About so many lines, without the head: for telling how far it is. */
  readonly lines: number;
  portions(): AsyncIterable<readonly TableLine[]>;
}

/** Ends the reading of a file with what is wrong with it. */
export class Unreadable extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** Most lines of a file. */
export const mostLines = 500_000;

export function unreadable(why: string, next: string): Unreadable {
  return new Unreadable({
    code: 'invalid-input',
    message: t('The file cannot be read: {why}. Nothing was changed.', { why }),
    next,
  });
}

/** Names of columns as people read them; one without gets that of its place. */
export const columnNames = (head: readonly ImportCell[]): readonly string[] =>
  head.map((name, at) => String(name ?? '').trim() || `Column ${at + 1}`);
