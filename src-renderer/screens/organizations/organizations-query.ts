import { parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { equals } from '@renderer/screens/shared/state-filter';
import type { FilterOption } from '@renderer/ui/filter-menu';
import type { Sort } from '@renderer/ui/virtual-table/column';
import type { Filter, PageRequest } from '@shared/contract/page';

export const seatsOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  { value: 'full', label: 'Full or over' },
  { value: 'near', label: 'Nearly full' },
  { value: 'free', label: 'With free seats' },
  { value: 'unlimited', label: 'Unlimited' },
];

export const defaultSort: Sort = { field: 'name', direction: 'asc' };

/**
 * The page query of the route's filters. `atLevel` holds the ids of the organizations at the chosen seat level: the query
 * language compares fields with values only, so "full" is worked out from the figures.
 */
export function organizationsQuery(
  params: Readonly<Record<string, string>>,
  atLevel: readonly string[],
): Omit<PageRequest, 'entity'> {
  const { state, seats, text = '' } = params;
  const where: Filter[] = [...equals('state', state)];
  if (seats === 'unlimited') where.push({ field: 'maxAllowedMemberships', op: 'eq', value: 0 });
  else if (seats) where.push({ field: 'id', op: 'in', value: [...atLevel] });
  return { where, text, ...sortQuery(parseSorts(params.sort, defaultSort)) };
}
