import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { findRole } from './find-role';
import { mutate } from './mutate';
import { type CatalogWords, renameCatalogRow } from './rename-catalog-row';
import { setRolePermissions } from './set-role-permissions';
import { showRole } from './show-role';

/** Body of `PATCH /organization_roles/{organization_role_id}`, decoded; null means unchanged. */
export type RolePatch = CatalogWords & {
  /** Ids; replaces what the role holds. */
  readonly permissions?: readonly string[] | null | undefined;
};

/** Edits a role. A new key reaches memberships, invitations and settings, which refer to the role by id. */
export const updateRole = (scope: Scope, id: string, patch: RolePatch): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRole(scope, { id });
    if (!found.ok) return found;
    const after = renameCatalogRow(scope, 'roles', found.value, patch);
    if (!after.ok) return after;
    if (patch.permissions) {
      const held = setRolePermissions(scope, id, patch.permissions);
      if (!held.ok) return held;
    }
    note({ entity: 'role', verb: 'update', id, mark: after.value.key });
    return showRole(scope, id);
  });
