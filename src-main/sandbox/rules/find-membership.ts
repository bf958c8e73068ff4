import type { MembershipRow } from '../database/rows';
import { findOrganization } from './find-organization';
import type { Outcome } from './outcome';
import { refusals } from './refusals';
import type { Scope } from './scope';

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
