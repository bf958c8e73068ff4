import type { MembershipRow } from '../database/rows';
import type { Scope } from '../kit/scope';
import { elevatedRoles } from './elevated-roles';

/** Whether a membership is the only one in its organization whose role holds the minimum permissions. */
export const isLastAdmin = (scope: Scope, membership: MembershipRow): boolean => {
  const elevated = elevatedRoles(scope);
  if (!elevated.includes(membership.role_id)) return false;
  const others = scope.db.count(
    `SELECT count(*) FROM memberships WHERE instance = ? AND organization_id = ? AND id <> ?
       AND role_id IN (SELECT value FROM json_each(?))`,
    [scope.instance, membership.organization_id, membership.id, JSON.stringify(elevated)],
  );
  return others === 0;
};
