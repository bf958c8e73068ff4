import { readField } from '../field-path';

/** Whether what was offered until a time still stands, as far as the copy tells: it ends by itself, and no sync need have said so. Pure. */
export function lasts(record: object, now: number): boolean {
  const until = readField(record, 'expiresAt');
  return typeof until !== 'number' || until === 0 || until > now;
}
