import { parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import type { FilterOption } from '@renderer/ui/filter-menu';
import type { Sort } from '@renderer/ui/virtual-table/column';
import type { Filter, PageRequest } from '@shared/contract/page';
import { activeWithin } from './activity';

export const defaultSort: Sort = { field: 'name', direction: 'asc' };

export const accessOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  { value: 'banned', label: 'Banned' },
  { value: 'locked', label: 'Locked' },
  { value: 'deprovisioned', label: 'Deprovisioned' },
];

export const secondFactorOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  { value: 'on', label: 'Second factor on' },
  { value: 'off', label: 'Second factor off' },
];

/** The page query of the route's filters: `access`, `mfa`, `active`, `text`, `sort`. */
export function peopleQuery(params: Readonly<Record<string, string>>): Omit<PageRequest, 'entity'> {
  const { access, mfa, active, text = '' } = params;
  const where: Filter[] = [...activeWithin(active, Date.now())];
  if (access && accessOptions.some(({ value }) => value === access))
    where.push({ field: access, op: 'eq', value: true });
  if (mfa) where.push({ field: 'twoFactorEnabled', op: 'eq', value: mfa === 'on' });
  return { where, text, ...sortQuery(parseSorts(params.sort, defaultSort)) };
}
