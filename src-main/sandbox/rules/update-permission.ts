import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { permissionView } from '../views/permission-view';
import type { PermissionDraft } from './create-permission';
import { findPermission } from './find-permission';
import { mutate } from './mutate';
import { renameCatalogRow } from './rename-catalog-row';

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
    const after = renameCatalogRow(scope, 'permissions', before, patch);
    if (!after.ok) return after;
    note({ entity: 'permission', verb: 'update', id, mark: after.value.key });
    return { ok: true, value: permissionView(after.value) };
  });
