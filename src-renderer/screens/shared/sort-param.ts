import type { Sort } from '@renderer/ui/virtual-table/column';

/** `name:asc` as a sort; anything else gives the default. */
export function parseSort(text: string | undefined, fallback: Sort): Sort {
  const [field, direction] = (text ?? '').split(':');
  return field && (direction === 'asc' || direction === 'desc') ? { field, direction } : fallback;
}

export function formatSort({ field, direction }: Sort): string {
  return `${field}:${direction}`;
}
