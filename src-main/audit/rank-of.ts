import type { StoredRecord } from '@shared/domain/records/record-map';

export type Order = (a: StoredRecord, b: StoredRecord) => number;

/** How many of the rows, which are in this order, come before a row: by halving. */
export function rankOf(rows: readonly StoredRecord[], row: StoredRecord, order: Order): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = rows[middle];
    if (one !== undefined && order(one, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
