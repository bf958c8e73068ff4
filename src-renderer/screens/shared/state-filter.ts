import type { FilterOption } from '@renderer/ui/filter-menu';
import type { Filter } from '@shared/contract/page';

/** The filter by a row's standing, the same on every table. */
export const stateOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  { value: 'pending', label: 'Staged' },
  { value: 'conflict', label: 'In conflict' },
  { value: 'refused', label: 'Refused' },
  { value: 'gone', label: 'Gone on the service' },
];

/** An equality condition, or none for an empty value. */
export function equals(field: string, value: string | undefined): readonly Filter[] {
  return value ? [{ field, op: 'eq', value }] : [];
}
