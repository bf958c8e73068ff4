import { parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { equals } from '@renderer/screens/shared/state-filter';
import type { FilterOption } from '@renderer/ui/filter-menu';
import type { Sort } from '@renderer/ui/virtual-table/column';
import type { Filter, PageRequest } from '@shared/contract/page';
import { configField } from '@shared/domain/config-field';
import { JsonValue } from '@shared/domain/json';

export const defaultSort: Sort = { field: 'name', direction: 'asc' };

export const dnsOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  { value: 'unfinished', label: 'To finish' },
  { value: 'complete', label: 'Set up' },
  { value: 'in_progress', label: 'In part' },
  { value: 'not_started', label: 'Not set up' },
];

/** The page query of the route's filters. */
export function applicationsQuery(params: Readonly<Record<string, string>>): Omit<PageRequest, 'entity'> {
  const { state, dns, text = '' } = params;
  const valued = settingFilter(params);
  return {
    where: [...equals('state', state), ...dnsFilter(dns), ...(valued ? [valued] : [])],
    text,
    ...sortQuery(parseSorts(params.sort, defaultSort)),
  };
}

/** By how far a domain's DNS is; `unfinished` is all that is not done. */
function dnsFilter(dns: string | undefined): readonly Filter[] {
  if (dns !== 'unfinished') return equals('dns', dns);
  return [{ field: 'dns', op: 'in', value: ['not_started', 'in_progress'] }];
}

/** The one value of one setting that the route narrows the fleet to: `set` is its path, `is` the value as JSON. */
export function settingFilter({ set, is }: Readonly<Record<string, string>>): Filter | null {
  const value = JsonValue.safeParse(parse(is ?? ''));
  return set && configField(set) && value.success ? { field: set, op: 'eq', value: value.data } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
