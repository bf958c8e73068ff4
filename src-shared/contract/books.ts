import { z } from 'zod';
import { BookId, Why, Written } from '../domain/books/book';
import { BookName } from '../domain/books/books';
import { JsonValue } from '../domain/json';
import { Signer, TextFile } from './four-eyes';

/** An entry as it goes over the port; which values it has, the book knows (`domain/books`). */
export const BookEntry = Written.extend({ value: JsonValue });
export type BookEntry = z.infer<typeof BookEntry>;

/** What an entry was until then: null for one that was not there. */
export const BookChange = z.object({
  id: BookId,
  at: z.number(),
  by: z.string(),
  why: z.string(),
  before: JsonValue.nullable(),
  after: JsonValue.nullable(),
});
export type BookChange = z.infer<typeof BookChange>;

/** An entry that goes with others that are removed, though nobody named it; `name` is what people call it. */
export const GoesAlong = z.object({ book: BookName, id: z.string(), name: z.string() });
export type GoesAlong = z.infer<typeof GoesAlong>;

const WriteBook = z.object({
  book: BookName,
  put: z
    .array(z.object({ id: BookId, value: JsonValue, base: z.number().nullable().optional() }))
    .max(10_000)
    .default([]),
  remove: z.array(BookId).max(10_000).default([]),
  by: z.string().trim().max(100).default(''),
  why: Why.default(''),
});

/** What a signed file of books holds, against the books here. */
export const BookImport = z.object({
  author: Signer,
  madeAt: z.number(),
  kept: z.boolean(),
  rows: z.array(
    z.object({
      book: BookName,
      id: z.string(),
      name: z.string(),
      outcome: z.enum(['added', 'changed', 'same', 'only-here', 'removed']),
      /** When what would be changed or removed was written here, or what would be added was taken out, ms, where that is later than the file was signed; 0 else. */
      laterHere: z.number(),
      /** Applications that it is about and that there are none of here, by id: a file of another platform's. */
      notHere: z.array(z.string()),
      /** Such that may be there all the same, since the list of them was not copied to its end. */
      notKnown: z.array(z.string()),
    }),
  ),
});
export type BookImport = z.infer<typeof BookImport>;

export const bookOperations = {
  /** All entries, by id. */
  book: { kind: 'read', input: z.object({ book: BookName }), output: z.array(BookEntry) },
  /** What became of the entries, newest first: those of the last write, and 2,000 before it. */
  bookPast: { kind: 'read', input: z.object({ book: BookName }), output: z.array(BookChange) },
  /**
   * Writes and removes entries, all of them or none. `base` is the `at` of the entry that a value was made from, null where there was
   * none: one that was written since stays as it is. Expected failures: `invalid-input`, each entry that is wrong named; `conflict`. With
   * plans that are removed go the subscriptions of customers that were closed, which `tryWriteBook` names.
   */
  writeBook: { kind: 'write', again: true, input: WriteBook, output: z.array(BookEntry) },
  /** What would go with what is removed, though nobody named it. It refuses what `writeBook` would, and writes nothing. */
  tryWriteBook: { kind: 'read', input: WriteBook, output: z.array(GoesAlong) },
  /** Books as one file, signed with the key of this workspace. */
  exportBooks: {
    kind: 'read',
    input: z.object({ books: z.array(BookName).min(1), signer: z.string().trim().min(1).max(100) }),
    output: TextFile,
  },
  /**
   * What a colleague's file would change; with `keep` it does, all of it or nothing. What is only here stays unless `replace`. A file
   * that was tampered with is refused (`invalid-input`), what and where named.
   */
  importBooks: {
    kind: 'write',
    again: true,
    input: z.object({
      text: z.string().max(100_000_000),
      keep: z.boolean().default(false),
      replace: z.boolean().default(false),
      by: z.string().trim().max(100).default(''),
    }),
    output: BookImport,
  },
} as const;
