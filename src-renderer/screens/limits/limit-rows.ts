import { byFullness, type OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { compareBy, parseSorts } from '@renderer/screens/shared/sort-param';
import { type FilterOption, optionsOf } from '@renderer/ui/controls/filter-option';
import type { Sort } from '@renderer/ui/list/virtual-table/column';

export const defaultSort: Sort = { field: 'fullness', direction: 'desc' };

export const levelOptions: readonly FilterOption[] = optionsOf({
  '': 'All',
  over: 'Over the limit',
  full: 'Full',
  near: 'Nearly full (90 %)',
  free: 'Free seats',
  unlimited: 'Unlimited',
});

type Compare = (a: OrganizationFigures, b: OrganizationFigures) => number;

const orders: Readonly<Record<string, Compare>> = {
  fullness: (a, b) => -byFullness(a, b),
  name: (a, b) => a.name.localeCompare(b.name),
  used: (a, b) => a.used - b.used,
  free: (a, b) => freeSeats(a) - freeSeats(b),
};

/** Seats left; below 0 when over the limit, infinite without one. */
export function freeSeats({ used, limit }: OrganizationFigures): number {
  return limit === 0 ? Number.POSITIVE_INFINITY : limit - used;
}

/** Rows that match the filters, in the chosen order. */
export function limitRows(
  figures: readonly OrganizationFigures[],
  params: Readonly<Record<string, string>>,
): readonly OrganizationFigures[] {
  const { level, text = '' } = params;
  const needle = text.trim().toLowerCase();
  return figures
    .filter((row) => (!level || row.level === level) && row.name.toLowerCase().includes(needle))
    .sort(compareBy(orders, parseSorts(params.sort, defaultSort)));
}
