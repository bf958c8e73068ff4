import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { bumped } from './bumped';
import { checkKey } from './check-key';
import { findRole } from './find-role';
import { mutate } from './mutate';
import { setRolePermissions } from './set-role-permissions';
import { showRole } from './show-role';

/** Body of `PATCH /organization_roles/{organization_role_id}`, decoded; null means unchanged. */
export type RolePatch = {
  readonly name?: string | null | undefined;
  readonly key?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Ids; replaces what the role holds. */
  readonly permissions?: readonly string[] | null | undefined;
};

/** Edits a role. A new key reaches memberships, invitations and settings, which refer to the role by id. */
export const updateRole = (scope: Scope, id: string, patch: RolePatch): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRole(scope, { id });
    if (!found.ok) return found;
    const before = found.value;
    const checked = checkKey(scope, 'roles', patch.key ?? undefined, id);
    if (!checked.ok) return checked;
    const set = {
      name: patch.name ?? before.name,
      key: patch.key ?? before.key,
      description: patch.description ?? before.description,
      updated_at: bumped(scope, before.updated_at),
    };
    updateRow(scope.db, 'roles', { instance: scope.instance, id }, set);
    if (patch.permissions) {
      const held = setRolePermissions(scope, id, patch.permissions);
      if (!held.ok) return held;
    }
    note({ entity: 'role', verb: 'update', id, mark: set.key });
    return showRole(scope, id);
  });
