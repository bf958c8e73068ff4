import { z } from 'zod';

/** Id of what a book holds: chosen by its maker, so that what names it in a file of a colleague's goes on doing so. */
export const BookId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,119}$/, 'letters, digits, - _ . : only, 120 at most');

/** Why an entry is as it is; written by the admin. */
export const Why = z.string().trim().max(500);

/**
 * What all entries of all books have beside their values: when they were written last, by whom (the name that an admin goes
 * by, '' where none was given), and why.
 */
export const Written = z.object({ id: BookId, at: z.number(), by: z.string().max(100), why: Why });
export type Written = z.infer<typeof Written>;

/**
 * Something of the admin's own that the service has no place for. It is kept in the encrypted workspace and never sent.
 *
 * @param one what an entry is called, @param many and several of them
 * @param value shape of an entry; strict at every depth, so that a misspelt key is told
 */
export function book<T extends z.ZodType>(one: string, many: string, value: T) {
  return { one, many, value, entry: Written.extend({ value }) } as const;
}
