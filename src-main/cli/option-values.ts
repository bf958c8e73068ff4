import { resolve } from 'node:path';
import { Moment } from '@shared/domain/books/book';
import { lastMoment, readNumber } from '@shared/domain/filter/filter-value';
import { RecordId } from '@shared/domain/ids';
import { parseWaves, type WaveSize } from '@shared/domain/plan/waves';
import { dayMs } from '@shared/domain/utc-day';
import { InvalidArgumentError } from 'commander';

export const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
export const wholeNumber = (text: string): number => {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number of ${Number.MAX_SAFE_INTEGER} at most.`);
};

/** Rows of one page. */
export const pageLimit = (text: string): number => {
  const limit = wholeNumber(text);
  if (limit >= 1 && limit <= 500) return limit;
  throw new InvalidArgumentError('It must be 1 to 500: ask for the next ones with another call.');
};

/** Fields with commas between. */
export const fieldList = (text: string): readonly string[] => {
  const fields = text.split(',').map((path) => path.trim());
  if (fields.every((path) => path !== '')) return fields;
  throw new InvalidArgumentError('It must name fields with a comma between two of them, such as id,name.');
};

/** A moment that is past, as ISO 8601 or ms since 1970. */
export const pastMoment = (text: string): number => {
  const at = readNumber(text);
  if (at === undefined) throw new InvalidArgumentError('It must be a time as ISO 8601 or ms since 1970.');
  if (at <= Date.now()) return at;
  throw new InvalidArgumentError('It lies in the future: only what was is told.');
};

/** The same as an end: of a day or a month that has begun all of it, in UTC. */
export const pastUntil = (text: string): number => lastMoment(text, pastMoment(text));

/** The end of a day, or a moment, that is still to come. */
export const lastMomentOf = (text: string): number => {
  const read = Moment.safeParse(text);
  if (!read.success)
    throw new InvalidArgumentError('It must be a day or a time as ISO 8601, or ms since 1970.');
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? read.data + dayMs - 1 : read.data;
  if (at > Date.now()) return at;
  throw new InvalidArgumentError('It is over already.');
};

export const waveCount = (text: string): number => {
  if (wholeNumber(text) > 0) return Number(text);
  throw new InvalidArgumentError('It must be 1 or more.');
};

export const wavesAt = (text: string): readonly WaveSize[] => {
  const waves = parseWaves(text);
  if ('sizes' in waves) return waves.sizes;
  throw new InvalidArgumentError(waves.fault);
};

export const customerId = (text: string): RecordId => {
  const { data } = RecordId.safeParse(text);
  if (data !== undefined) return data;
  throw new InvalidArgumentError('It must be the id of a customer.');
};

/** An empty text is a variable that was not set in a script: the current folder is not meant by it. */
export const folderAt = (path: string): string => {
  if (path.trim() !== '') return resolve(path);
  throw new InvalidArgumentError('It must name a folder; "." is the current one.');
};

/** What is written is a file, never standard output. */
export const writtenFile = (path: string): string => {
  if (path !== '-') return path;
  throw new InvalidArgumentError(
    'It must name a file: nothing of it is written to standard output. A file called "-" is "./-".',
  );
};
