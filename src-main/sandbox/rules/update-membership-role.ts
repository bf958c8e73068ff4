import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { changeMembership, type MembershipKey } from './change-membership';
import { elevatedRoles } from './elevated-roles';
import { findRole } from './find-role';
import { isLastAdmin } from './is-last-admin';

/** Changes the role of a member. Refuses to demote the last admin (spec: `PATCH …/memberships/{user_id}`). */
export const updateMembershipRole = (scope: Scope, key: MembershipKey, roleKey: string): Outcome<object> =>
  changeMembership(scope, key, (before) => {
    const role = findRole(scope, { key: roleKey, param: 'role' });
    if (!role.ok) return role;
    if (isLastAdmin(scope, before) && !elevatedRoles(scope).includes(role.value.id))
      return refusals.lastAdmin();
    return { ok: true, value: { role_id: role.value.id } };
  });
