import { parseSort } from '@renderer/screens/shared/sort-param';
import { equals } from '@renderer/screens/shared/state-filter';
import type { FilterOption } from '@renderer/ui/filter-menu';
import type { Sort } from '@renderer/ui/virtual-table/column';
import type { PageRequest } from '@shared/contract/page';

export const defaultSort: Sort = { field: 'name', direction: 'asc' };

export const dnsOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  { value: 'complete', label: 'Set up' },
  { value: 'in_progress', label: 'In part' },
  { value: 'not_started', label: 'Not set up' },
];

/** The page query of the route's filters. */
export function applicationsQuery(params: Readonly<Record<string, string>>): Omit<PageRequest, 'entity'> {
  const { state, dns, text = '' } = params;
  return {
    where: [...equals('state', state), ...equals('dns', dns)],
    text,
    sort: parseSort(params.sort, defaultSort),
  };
}
