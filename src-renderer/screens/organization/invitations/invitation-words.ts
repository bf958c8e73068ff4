import type { FilterOption } from '@renderer/ui/filter-menu';

/** Standing of an invitation on the service (spec: `OrganizationInvitation.status`). */
const words: Readonly<Record<string, string>> = {
  pending: 'Pending',
  accepted: 'Accepted',
  revoked: 'Revoked',
  expired: 'Expired',
};

export function statusWord(status: string): string {
  return words[status] ?? status;
}

export const statusOptions: readonly FilterOption[] = [
  { value: '', label: 'All' },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];
