import { type FilterOption, optionsOf } from '@renderer/ui/filter-option';
import { isProvisional } from '@shared/domain/ids';
import type { Invitation } from '@shared/domain/records/record-map';

/** Standing of an invitation on the service (spec: `OrganizationInvitation.status`). */
const words: Readonly<Record<string, string>> = {
  pending: 'Pending',
  accepted: 'Accepted',
  revoked: 'Revoked',
  expired: 'Expired',
};

export function statusWord({ id, status }: Pick<Invitation, 'id' | 'status'>): string {
  return isProvisional(id) ? 'Not sent yet' : (words[status] ?? status);
}

export const statusOptions: readonly FilterOption[] = optionsOf(words);
