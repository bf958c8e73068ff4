import type { Membership } from '@shared/domain/records/record-map';

export function countOrganizations(rows: readonly Membership[]): number {
  return new Set(rows.map(({ organizationId }) => organizationId)).size;
}
