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
  readonly cell: (row: T) => ReactNode;
}

export interface Sort {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** The sort after a click on a column: ascending, then descending, then ascending again. */
export function nextSort(sort: Sort, field: string): Sort {
  return { field, direction: sort.field === field && sort.direction === 'asc' ? 'desc' : 'asc' };
}
