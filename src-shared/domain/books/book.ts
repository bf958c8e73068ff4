import { z } from 'zod';
import { t } from '../../language/t';
import type { JsonValue } from '../json';

/** Id of what a book holds: chosen by its maker, so that what names it in a file of a colleague's goes on doing so. */
export const BookId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,119}$/, t('letters, digits, - _ . : only, 120 at most'));

/** Why an entry is as it is; written by the admin. */
export const Why = z.string().trim().max(500);

const Time = z.number().int().min(0);

/** A time, ms since 1970; a date or a time by ISO 8601 is taken as well. A day begins at midnight UTC, whoever reads it and where. */
export const Moment = z.union(
  [
    Time,
    z.iso
      .date()
      .transform((text) => Date.parse(text))
      .pipe(Time),
    z.iso
      .datetime({ offset: true })
      .transform((text) => Date.parse(text))
      .pipe(Time),
  ],
  { error: t('a day (2026-11-30) or a time with its offset (2026-11-30T12:00:00+01:00), from 1970 on') },
);

/**
 * What all entries of all books have beside their values: when they were written last, by whom (the name that an admin goes
 * by, '' where none was given), and why.
 */
export const Written = z.object({ id: BookId, at: z.number(), by: z.string().max(100), why: Why });
export type Written = z.infer<typeof Written>;

/** Entries of a book as they would be, by id. */
export type BookValues = ReadonlyMap<string, JsonValue>;

/** What entries must be to each other, in their book and in others. */
export interface Together {
  /** Books that are looked at beside their own. */
  readonly beside: readonly string[];
  /** What is wrong, as sentences without a full stop. Values have their shapes already. */
  readonly faults: (own: BookValues, other: (book: string) => BookValues) => readonly string[];
  /** Settings that an entry names, as paths (`config.auth_password.min_length`): a misspelt one would never compare. */
  readonly settings?: (value: JsonValue) => readonly string[];
  /** Applications that an entry is about, by id: of one that nobody knows it would say nothing, and silently. */
  readonly about?: (id: string, value: JsonValue) => readonly string[];
}

/** The texts that the objects of a list in an entry hold at a key. */
export function textsAt(value: JsonValue, list: string, key: string): readonly string[] {
  const Held = z.object({ [list]: z.array(z.object({ [key]: z.string() })) });
  return (Held.safeParse(value).data?.[list] ?? []).flatMap((each) => each[key] ?? []);
}

/**
 * Something of the admin's own that the service has no place for. It is kept in the encrypted workspace and never sent.
 *
 * @param one what an entry is called, @param many and several of them
 * @param value shape of an entry; strict at every depth, so that a misspelt key is told
 */
export function book<T extends z.ZodType>(one: string, many: string, value: T, together?: Together) {
  return { one, many, value, entry: Written.extend({ value }), together } as const;
}
