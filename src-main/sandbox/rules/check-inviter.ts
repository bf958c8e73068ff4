import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { elevatedRoles } from './elevated-roles';

/** Checks that a user may invite to, or revoke for, an organization. Errors: 403 for strangers and non-admins. */
export const checkInviter = (scope: Scope, organizationId: string, userId: string): Outcome<null> => {
  const membership = scope.db.first<{ role_id: string }>(
    'SELECT role_id FROM memberships WHERE instance = ? AND organization_id = ? AND user_id = ?',
    [scope.instance, organizationId, userId],
  );
  if (membership === undefined) return refusals.notAMember();
  return elevatedRoles(scope).includes(membership.role_id)
    ? { ok: true, value: null }
    : refusals.permissionMissing();
};
