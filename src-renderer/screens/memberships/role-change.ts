import { serverValue } from '@renderer/state/server-value';
import type { IntentDraft } from '@shared/domain/intent';
import type { Membership } from '@shared/domain/records/record-map';

/** Rows that another role would change: those that have it already, or are leaving, stay as they are. */
export function rowsToChange(rows: readonly Membership[], role: string): readonly Membership[] {
  return rows.filter((row) => row.role !== role && row.staged?.verb !== 'delete');
}

/** One draft for each row, with the service's role that the admin saw as its base. */
export function roleDrafts(rows: readonly Membership[], role: string): readonly IntentDraft[] {
  return rows.map((row) => ({
    entity: 'membership',
    recordId: row.id,
    action: { verb: 'update', field: 'role', value: role, base: serverValue(row, 'role') },
  }));
}

export function countOrganizations(rows: readonly Membership[]): number {
  return new Set(rows.map(({ organizationId }) => organizationId)).size;
}
