import type { StorePage } from '@main/store/store';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** Where to begin to read a table of now, and the place that its row there had in the table of then. */
export interface Start {
  readonly index: number;
  readonly place: number;
}

interface Search {
  /** Place of the page in the table of then. */
  readonly offset: number;
  readonly limit: number;
  /** Rows that may stand before it then and not now. */
  readonly shift: number;
  readonly read: (from: number, count: number) => Promise<StorePage>;
  /** Place then of the row that is at this index now; it grows with the index. */
  readonly placeOf: (row: StoredRecord, index: number) => number;
}

/** Fewer rows than this are read sooner than looked for. */
const near = 500;
const mostReads = 8;

/**
 * A place not after the page: at most a page or so before it, found by a few reads of one row. From a row whose place is
 * known, as many rows on as are missing is the next guess.
 */
export async function startNear({ offset, limit, shift, read, placeOf }: Search): Promise<Start> {
  const at = async (index: number): Promise<Start | null> => {
    if (index === 0) return { index, place: 0 };
    const [row] = (await read(index, 1)).rows;
    return row === undefined ? null : { index, place: placeOf(row, index) };
  };
  const first = Math.max(0, offset - shift);
  let low = (await at(first)) ?? { index: first, place: offset };
  let high = Number.POSITIVE_INFINITY;
  for (let reads = 0, next = low.index + offset - low.place; reads < mostReads; reads += 1) {
    if (offset - low.place <= Math.max(limit, near) || next <= low.index) break;
    const found = await at(next);
    if (found !== null && found.place <= offset) {
      low = found;
      next = Math.min(low.index + offset - low.place, high - 1);
    } else {
      high = next;
      next =
        found === null ? (low.index + high) >> 1 : Math.max(low.index + 1, next - (found.place - offset));
    }
  }
  return low;
}
