import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** A CSS grid track: `minmax(160px, 2fr)`, `88px`. */
  readonly track: string;
  readonly align?: 'end';
  /** Field that the service of rows can sort by; without it the column is not sortable. */
  readonly sortField?: string;
  /** Columns leave in this order, 1 first, until the rest fits; without it the column stays. */
  readonly leaves?: number;
  /** What the cell says, as plain text: shown where there is no `cell`, and copied. '' shows as a dash. */
  readonly text: (row: T) => string;
  readonly cell?: (row: T) => ReactNode;
}

export interface Sort {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** What rows are sorted by: the first key, then the next one among those that are equal. */
export type Sorts = readonly [Sort, ...Sort[]];

/** Keys that a table is sorted by at the most. */
export const mostSorts = 3;

const turned = ({ field, direction }: Sort): Sort => ({
  field,
  direction: direction === 'asc' ? 'desc' : 'asc',
});

/**
 * The sort after a press on a column: by it alone, upwards first and then the other way each time. `also` leaves the other
 * keys as they are: the column is added last, turned, and taken out again in turn.
 */
export function nextSorts(sorts: Sorts, field: string, also: boolean): Sorts {
  const held = sorts.find((sort) => sort.field === field);
  if (!also) return [held && sorts[0] === held ? turned(held) : { field, direction: 'asc' }];
  const [first, ...rest] = sorts.flatMap((sort) => {
    if (sort !== held) return [sort];
    return sort.direction === 'asc' ? [turned(sort)] : [];
  });
  if (first === undefined) return [{ field, direction: 'asc' }];
  if (held) return [first, ...rest];
  return [first, ...rest.slice(0, mostSorts - 2), { field, direction: 'asc' }];
}
