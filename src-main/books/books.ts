import type { Store } from '@main/store/store';
import { BookChange, BookEntry, type bookOperations } from '@shared/contract/books';
import { failure, type Result, success } from '@shared/contract/failure';
import { type BookName, books, type EntryOf } from '@shared/domain/books/books';
import { type JsonValue, jsonEqual } from '@shared/domain/json';
import { z } from 'zod';

export type WriteBook = z.output<(typeof bookOperations)['writeBook']['input']>;

/** The books of a workspace: what its admins keep that the service has no place for. */
export interface Books {
  read<B extends BookName>(book: B): Promise<readonly EntryOf<B>[]>;
  past(book: BookName): Promise<readonly BookChange[]>;
  write(asked: WriteBook): Promise<Result<BookEntry[]>>;
}

/** How many changes of a book are kept. */
const pastKept = 2_000;
/** Faults that are told one by one. */
const faultsTold = 20;

/** Where a book is kept in the store. */
export const bookKey = (book: BookName): string => `book/${book}`;
const pastKey = (book: BookName): string => `book-past/${book}`;

export function createBooks(store: Pick<Store, 'meta' | 'write'>, now: () => number): Books {
  const entries = async (book: BookName): Promise<readonly BookEntry[]> =>
    z.array(BookEntry).parse((await store.meta(bookKey(book))) ?? []);
  const past = async (book: BookName): Promise<readonly BookChange[]> =>
    z.array(BookChange).parse((await store.meta(pastKey(book))) ?? []);

  return {
    read: async (book) => z.array(books[book].entry).parse(await entries(book)) as never,
    past,
    write: async (asked) => {
      const { book } = asked;
      const put = decoded(asked);
      if (!put.ok) return put;
      let written: BookEntry[] = [];
      await store.write(async () => {
        const held = new Map((await entries(book)).map((entry) => [entry.id, entry]));
        const changes = changesOf(held, put.value, asked, now());
        for (const { id, after, ...mark } of changes) {
          if (after === null) held.delete(id);
          else held.set(id, { id, at: mark.at, by: mark.by, why: mark.why, value: after });
        }
        written = [...held.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        if (changes.length === 0) return {};
        const kept = [...changes, ...(await past(book))].slice(0, pastKept);
        return { meta: { [bookKey(book)]: written as JsonValue, [pastKey(book)]: kept as JsonValue } };
      });
      return success(written);
    },
  };
}

/** The values as their book has them, or every fault by its entry. */
function decoded({ book, put }: WriteBook): Result<ReadonlyMap<string, JsonValue>> {
  const { one, value } = books[book];
  const read = put.map(({ id, value: given }) => ({ id, read: value.safeParse(given) }));
  const faults = read.flatMap(({ id, read: { error } }) =>
    (error?.issues ?? []).map(({ path, message }) => `${[id, ...path].join('.')}: ${message}`),
  );
  if (faults.length > 0) {
    const more = faults.length > faultsTold ? ` and ${faults.length - faultsTold} more` : '';
    return failure(
      'invalid-input',
      `This is no ${one}: ${faults.slice(0, faultsTold).join('; ')}${more}. Nothing was kept.`,
      'Correct it and try again.',
    );
  }
  return success(new Map(read.map(({ id, read: { data } }) => [id, data as JsonValue])));
}

/** What is other than before; the same again is no change, so that asking twice writes once. */
function changesOf(
  held: ReadonlyMap<string, BookEntry>,
  put: ReadonlyMap<string, JsonValue>,
  { remove, by, why }: WriteBook,
  at: number,
): readonly BookChange[] {
  const before = (id: string): JsonValue => held.get(id)?.value ?? null;
  const after = [...put, ...remove.map((id) => [id, null] as const)];
  return after
    .filter(([id, value]) => !jsonEqual(before(id), value))
    .map(([id, value]) => ({ id, at, by, why, before: before(id), after: value }));
}
