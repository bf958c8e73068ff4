import type { HistoryDraft } from '@main/store/store';
import { isCopied } from '@shared/domain/changed-fields';
import type { EntityName } from '@shared/domain/entity';
import { flatFields } from '@shared/domain/flat-fields';
import { jsonEqual } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';

export type FieldChanges = HistoryDraft['fields'];

/**
 * Fields that follow from other records, or from time passing: alone they are no change worth an entry, because the
 * record that they follow from has its own.
 */
const derived: Readonly<Partial<Record<EntityName, ReadonlySet<string>>>> = {
  organization: new Set(['membersCount', 'pendingInvitationsCount', 'updatedAt']),
  membership: new Set(['organizationName', 'userName', 'userEmail', 'roleName', 'updatedAt']),
  user: new Set(['lastActiveAt', 'lastSignInAt', 'updatedAt']),
  invitation: new Set(['roleName', 'updatedAt']),
  role: new Set(['updatedAt']),
  permission: new Set(['updatedAt']),
  application: new Set(['configVersion']),
};

/**
 * What changed between two states of one record, by field path; null stands for a record that is not there. A field that the
 * version which wrote the state before did not copy is no change. Pure.
 */
export function diffRecords(before: RemoteRecord | null, after: RemoteRecord | null): FieldChanges {
  const old = flatFields(before);
  const now = flatFields(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'id' && isCopied(before, field) && !jsonEqual(old[field], now[field]))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }));
}

/** Whether the changes are worth a history entry. */
export function isTelling(entity: EntityName, changes: FieldChanges): boolean {
  const quiet = derived[entity];
  return changes.some(({ field }) => quiet === undefined || !quiet.has(field));
}
