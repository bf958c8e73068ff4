import type { Failure, Result } from '@shared/domain/failure';
import type { Spoken } from '@shared/language/language';
import type { Table, TableLine } from './table';

/** What the thread that reads a file is started with. */
export interface TableStart {
  /** What its messages are said in: the thread has modules of its own. */
  readonly language: Spoken;
  readonly bytes: Uint8Array;
  readonly head: readonly string[] | undefined;
}

/** What it is asked: the next portion of a walk over the lines, or to end one. Walks are told apart by a number. */
export type ToTable = { readonly kind: 'next' | 'end'; readonly walk: number };

/** What it answers: first the head, then a portion for each question; null behind the last one. */
export type FromTable =
  | { readonly kind: 'opened'; readonly result: Result<Omit<Table, 'portions'>> }
  | { readonly kind: 'portion'; readonly walk: number; readonly lines: readonly TableLine[] | null }
  | { readonly kind: 'failed'; readonly walk: number; readonly failure: Failure };
