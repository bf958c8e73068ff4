import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { bumped } from './bumped';
import { elevatedRoles } from './elevated-roles';
import { findMembership } from './find-membership';
import { findRole } from './find-role';
import { isLastAdmin } from './is-last-admin';
import { mutate } from './mutate';

/** Changes the role of a member. Refuses to demote the last admin (spec: `PATCH …/memberships/{user_id}`). */
export const updateMembershipRole = (
  scope: Scope,
  organizationId: string,
  userId: string,
  roleKey: string,
): Outcome<object> =>
  mutate(scope, (note) => {
    const membership = findMembership(scope, organizationId, userId);
    if (!membership.ok) return membership;
    const role = findRole(scope, { key: roleKey, param: 'role' });
    if (!role.ok) return role;
    const before = membership.value;
    if (isLastAdmin(scope, before) && !elevatedRoles(scope).includes(role.value.id))
      return refusals.lastAdmin();
    const set = { role_id: role.value.id, updated_at: bumped(scope, before.updated_at) };
    updateRow(scope.db, 'memberships', { instance: scope.instance, id: before.id }, set);
    note({ entity: 'membership', verb: 'update', id: before.id, mark: `${organizationId} ${userId}` });
    return { ok: true, value: membershipViews(scope, [{ ...before, ...set }])[0] ?? {} };
  });
