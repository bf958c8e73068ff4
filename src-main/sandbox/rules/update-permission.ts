import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { permissionView } from '../views/permission-view';
import { bumped } from './bumped';
import { checkKey } from './check-key';
import type { PermissionDraft } from './create-permission';
import { findPermission } from './find-permission';
import { mutate } from './mutate';

/** Edits a custom permission. Refuses (403) a system permission. */
export const updatePermission = (
  scope: Scope,
  id: string,
  patch: Partial<PermissionDraft>,
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findPermission(scope, id);
    if (!found.ok) return found;
    const before = found.value;
    if (before.type === 'system') return refusals.systemPermission();
    const checked = checkKey(scope, 'permissions', patch.key, id);
    if (!checked.ok) return checked;
    const set = {
      name: patch.name ?? before.name,
      key: patch.key ?? before.key,
      description: patch.description ?? before.description,
      updated_at: bumped(scope, before.updated_at),
    };
    updateRow(scope.db, 'permissions', { instance: scope.instance, id }, set);
    note({ entity: 'permission', verb: 'update', id, mark: set.key });
    return { ok: true, value: permissionView({ ...before, ...set }) };
  });
