import { z } from 'zod';
import { BookId, Why, Written } from '../domain/books/book';
import { BookName } from '../domain/books/books';
import { JsonValue } from '../domain/json';

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

export const bookOperations = {
  /** All entries, by id. */
  book: { kind: 'read', input: z.object({ book: BookName }), output: z.array(BookEntry) },
  /** What became of the entries, newest first: the last 2,000 changes are kept. */
  bookPast: { kind: 'read', input: z.object({ book: BookName }), output: z.array(BookChange) },
  /** Writes and removes entries, all of them or none. Expected failure: `invalid-input`, each entry that is wrong named. */
  writeBook: {
    kind: 'write',
    again: true,
    input: z.object({
      book: BookName,
      put: z
        .array(z.object({ id: BookId, value: JsonValue }))
        .max(10_000)
        .default([]),
      remove: z.array(BookId).max(10_000).default([]),
      by: z.string().trim().max(100).default(''),
      why: Why.default(''),
    }),
    output: z.array(BookEntry),
  },
} as const;
