import type { Engine } from '@main/engine/engine';
import type { BookChange, BookEntry, GoesAlong } from '@shared/contract/books';
import { failure, type Result, success } from '@shared/contract/failure';
import type { BookName } from '@shared/domain/books/books';
import { JsonValue } from '@shared/domain/json';
import { z } from 'zod';
import { firstFaults } from './first-faults';
import { calledIn, readJsonFile } from './read-json-file';

export interface BookOptions {
  /** What became of the entries, in their place. */
  readonly past?: boolean;
}

/** The entries of a book, or what became of them. */
export function readBook(
  engine: Engine,
  book: BookName,
  { past = false }: BookOptions,
): Promise<Result<(BookEntry | BookChange)[]>> {
  return past ? engine.call('bookPast', { book }) : engine.call('book', { book });
}

export interface KeepOptions {
  readonly by: string;
  readonly why: string;
  /** Keeps nothing: says what would go with what is removed, though nobody named it, or why it is refused. */
  readonly dryRun?: boolean;
}

/** What a file of entries holds: a value of null removes the entry. */
const Entries = z
  .array(z.strictObject({ id: z.string(), value: JsonValue }))
  .min(1)
  .max(10_000);

/** Writes entries of a book from a JSON file: all of them, or none. */
export async function keepInBook(
  engine: Engine,
  book: BookName,
  file: string,
  { by, why, dryRun = false }: KeepOptions,
): Promise<Result<BookEntry[] | { readonly kept: false; readonly along: readonly GoesAlong[] }>> {
  const read = await readJsonFile(file, 'kept');
  if (!read.ok) return read;
  const entries = Entries.safeParse(read.value);
  if (!entries.success) {
    return failure(
      'invalid-input',
      `${calledIn(file)} does not hold a JSON array of { "id", "value" }: ${firstFaults(entries.error)}. Nothing was kept.`,
      'The format is in docs/cli.md.',
    );
  }
  const put = entries.data.filter(({ value }) => value !== null);
  const remove = entries.data.filter(({ value }) => value === null).map(({ id }) => id);
  const asked = { book, put, remove, by, why };
  const tried = await engine.call('tryWriteBook', asked);
  if (!tried.ok) return tried;
  if (dryRun) return success({ kept: false, along: tried.value });
  const written = await engine.call('writeBook', asked);
  if (written.ok && tried.value.length > 0)
    process.stderr.write(
      `Removed with it, of customers that were closed: ${tried.value.map(({ book: from, name }) => `${from} ${name}`).join(', ')}.\n`,
    );
  return written;
}
