import type { Scope } from '../kit/scope';
import { minimumPermissions } from '../views/minimum-permissions';
import { roleCatalog } from '../views/role-catalog';

/** Ids of the roles that hold all the permissions an organization's admin needs. */
export const elevatedRoles = (scope: Scope): readonly string[] =>
  [...roleCatalog(scope).values()]
    .filter(({ permissions }) =>
      minimumPermissions.every((key) => permissions.some((held) => held.key === key)),
    )
    .map(({ role }) => role.id);
