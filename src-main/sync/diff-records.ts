import type { HistoryDraft } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { isJsonArray, type JsonObject, type JsonValue, jsonEqual } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';

export type FieldChanges = HistoryDraft['fields'];

/** Objects whose parts are fields of their own in history, as they are for intents. */
const opened = new Set(['branding', 'config']);

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

/** What changed between two states of one record, by field path; null stands for a record that is not there. Pure. */
export function diffRecords(before: RemoteRecord | null, after: RemoteRecord | null): FieldChanges {
  const old = flatten(before);
  const now = flatten(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'id' && !jsonEqual(old[field], now[field]))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }));
}

/** Whether the changes are worth a history entry. */
export function isTelling(entity: EntityName, changes: FieldChanges): boolean {
  const quiet = derived[entity];
  return changes.some(({ field }) => quiet === undefined || !quiet.has(field));
}

function flatten(record: RemoteRecord | null): Readonly<Record<string, JsonValue>> {
  const flat: Record<string, JsonValue> = {};
  const put = (field: string, value: JsonValue): void => {
    if (value === null || typeof value !== 'object' || isJsonArray(value)) flat[field] = value;
    else for (const [part, inner] of Object.entries(value)) put(`${field}.${part}`, inner);
  };
  for (const [field, value] of Object.entries((record ?? {}) as JsonObject)) {
    if (opened.has(field)) put(field, value);
    else flat[field] = value;
  }
  return flat;
}
