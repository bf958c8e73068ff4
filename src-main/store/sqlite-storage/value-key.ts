import type { SqlValue } from './driver';
import { stringKey, stringOfKey } from './string-key';

const BOOLEAN_TAG = 3;
/** What a key column holds for null: below every number, above SQL NULL, which stands for a missing value. */
export const NULL_KEY = Number.NEGATIVE_INFINITY;
const FALSE_KEY: Uint8Array<ArrayBuffer> = Uint8Array.of(BOOLEAN_TAG, 0);
const TRUE_KEY: Uint8Array<ArrayBuffer> = Uint8Array.of(BOOLEAN_TAG, 1);
/** What a key column holds for an object or array: no order is promised among these. */
export const OTHER_KEY: Uint8Array<ArrayBuffer> = Uint8Array.of(1);

export type Scalar = string | number | boolean;

/** Whether a value has a key of its own; arrays, objects and numbers that JSON cannot hold have none. */
export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** The key of a scalar: SQLite sorts keys (numbers, then text, then blobs) as RxDB sorts the values. */
export function scalarKey(value: Scalar): SqlValue {
  if (typeof value === 'string') return stringKey(value);
  if (typeof value === 'number') return value;
  return value ? TRUE_KEY : FALSE_KEY;
}

/** The value behind a key column's content, as RxDB documents hold it; `undefined` when it is missing. */
export function valueOfKey(key: SqlValue): Scalar | null | undefined {
  if (key === null) return undefined;
  if (typeof key === 'string') return stringOfKey(key);
  if (typeof key === 'number') return key === NULL_KEY ? null : key;
  return key[1] === 1;
}
