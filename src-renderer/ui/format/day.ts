import { Moment } from '@shared/domain/books/book';
import { dayMs } from '@shared/domain/utc-day';
import { dateFormat } from './locale';

/** A day as its field has it (`2026-11-30`): that of UTC, as in files, so that it is the same wherever it is read. */
export const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The beginning of a day, ms; NaN where none is chosen. */
export const dayStart = (text: string): number => Moment.safeParse(text).data ?? Number.NaN;

/** The last moment of a day, ms; NaN where none is chosen. */
export const dayEnd = (text: string): number => dayStart(text) + dayMs - 1;

/** The day of a moment that a book holds: `30 Nov 2026`. */
export const dayWords = (at: number): string =>
  dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(at);
