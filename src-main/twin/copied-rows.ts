import type { SmallRow } from '@main/sandbox/database/small-records';
import type { JsonObject } from '@shared/domain/json';

/** Values as a database of the service holds them. */

export const orNull = (text: string): string | null => (text === '' ? null : text);
/** Times are ms; 0 stands for never. */
export const orNever = (at: number): number | null => (at === 0 ? null : at);
export const flagged = (flag: boolean): number => (flag ? 1 : 0);
export const asText = (object: JsonObject): string => JSON.stringify(object);

interface Made {
  readonly id: string;
  readonly createdAt?: number;
  readonly updatedAt?: number;
}

/** When a record was made and changed; the moment of the copy where nobody says. */
export const timesOf = ({ createdAt, updatedAt }: Made, at: number) => ({
  created_at: createdAt || at,
  updated_at: updatedAt || createdAt || at,
});

/** Records of a small list as its rows. */
export function* smallRows<R extends Made>(
  records: Iterable<R>,
  at: number,
  data: (record: R) => object,
): Generator<SmallRow> {
  for (const record of records)
    yield { id: record.id, data: JSON.stringify(data(record)), ...timesOf(record, at) };
}

export function* mapped<From, To>(all: Iterable<From>, to: (from: From) => To): Generator<To> {
  for (const each of all) yield to(each);
}
