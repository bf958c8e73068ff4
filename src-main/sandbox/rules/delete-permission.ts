import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { findPermission } from './find-permission';
import { mutate } from './mutate';

/** Deletes a custom permission and takes it from every role. Refuses (403) a system permission. */
export const deletePermission = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findPermission(scope, id);
    if (!found.ok) return found;
    if (found.value.type === 'system') return refusals.systemPermission();
    scope.db.run('DELETE FROM role_permissions WHERE instance = ? AND permission_id = ?', [
      scope.instance,
      id,
    ]);
    scope.db.run('DELETE FROM permissions WHERE instance = ? AND id = ?', [scope.instance, id]);
    note({ entity: 'permission', verb: 'delete', id, mark: found.value.key });
    return { ok: true, value: { object: 'permission', id, deleted: true } };
  });
