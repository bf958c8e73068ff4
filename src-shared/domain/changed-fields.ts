import { flatFields } from './flat-fields';
import { type JsonObject, type JsonValue, jsonEqual } from './json';
import type { RemoteRecord } from './records/record-map';

export interface FieldChange {
  /** Field path: branding is told by its parts. */
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/**
 * Fields that follow from other records, or from time passing. Nobody edits them, so a change of them alone is no
 * colleague's decision about the record.
 */
const derived: ReadonlySet<string> = new Set([
  'membersCount',
  'pendingInvitationsCount',
  'organizationName',
  'userName',
  'userEmail',
  'roleName',
  'lastActiveAt',
  'lastSignInAt',
  'updatedAt',
  'configVersion',
]);

/** True for a field that nobody edits: a change of it tells of another record, or of time. */
export function isDerivedField(field: string): boolean {
  return derived.has(field);
}

/**
 * Fields in which two states of one record differ, derived ones left out; null stands for a record that is not there. A field
 * that the state before does not have at all was not copied by the version that wrote it: it is no change.
 */
export function changedFields(
  before: RemoteRecord | JsonObject | null,
  after: RemoteRecord | JsonObject | null,
): readonly FieldChange[] {
  const old = flatFields(before);
  const now = flatFields(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'id' && !derived.has(field) && !jsonEqual(old[field], now[field]))
    .filter((field) => isCopied(before, field))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }));
}

/** Whether a state was written by a version that copies a field; a part counts by the whole of it. */
export function isCopied(record: RemoteRecord | JsonObject | null, field: string): boolean {
  const [head = ''] = field.split('.');
  return record === null || Object.hasOwn(record, head);
}
