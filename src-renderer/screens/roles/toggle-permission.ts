import { serverValue } from '@renderer/state/server-value';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { Role } from '@shared/domain/records/record-map';

export type PermissionMark = 'added' | 'removed' | null;

/** Whether a staged edit of a role gives or takes a permission. */
export function permissionMark(role: Role, key: string): PermissionMark {
  const server = serverKeys(role);
  const has = role.permissionKeys.includes(key);
  if (has === server.includes(key)) return null;
  return has ? 'added' : 'removed';
}

/** The draft that gives a permission to a role, or takes it away. */
export function toggleDraft(role: Role, key: string): IntentDraft {
  const has = role.permissionKeys.includes(key);
  const keys = has
    ? role.permissionKeys.filter((other) => other !== key)
    : [...role.permissionKeys, key].sort();
  const base: JsonValue = [...serverKeys(role)];
  return {
    entity: 'role',
    recordId: role.id,
    action: { verb: 'update', field: 'permissionKeys', value: keys, base },
  };
}

function serverKeys(role: Role): readonly string[] {
  const value = serverValue(role, 'permissionKeys');
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
}
