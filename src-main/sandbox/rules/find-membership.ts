import type { MembershipRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { findOrganization } from './find-organization';

/** Finds the membership of a user in an organization. Refuses with 404 for either. */
export const findMembership = (
  scope: Scope,
  organizationId: string,
  userId: string,
): Outcome<MembershipRow> => {
  const organization = findOrganization(scope, organizationId);
  if (!organization.ok) return organization;
  const row = scope.db.first<MembershipRow>(
    'SELECT * FROM memberships WHERE instance = ? AND organization_id = ? AND user_id = ?',
    [scope.instance, organizationId, userId],
  );
  return row === undefined ? refusals.membershipNotFound() : { ok: true, value: row };
};
