import { mostSorts, type Sort, type Sorts } from '@renderer/ui/list/virtual-table/column';
import type { PageRequest } from '@shared/contract/page';

/** `name:asc` or `role:asc,userName:desc` as a sort; anything else gives the default. */
export function parseSorts(text: string | undefined, fallback: Sort): Sorts {
  const [first, ...rest] = (text ?? '').split(',').flatMap((part): readonly Sort[] => {
    const [field, direction] = part.split(':');
    return field && (direction === 'asc' || direction === 'desc') ? [{ field, direction }] : [];
  });
  return first === undefined ? [fallback] : [first, ...rest.slice(0, mostSorts - 1)];
}

export function formatSorts(sorts: readonly Sort[]): string {
  return sorts.map(({ field, direction }) => `${field}:${direction}`).join(',');
}

/** The sort of a page query. */
export function sortQuery([sort, ...thenBy]: Sorts): Pick<PageRequest, 'sort' | 'thenBy'> {
  return { sort, ...(thenBy.length > 0 && { thenBy }) };
}
