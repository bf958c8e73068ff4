import type { InvitationRow } from '../database/rows';
import { findOrganization } from './find-organization';
import type { Outcome } from './outcome';
import { refusals } from './refusals';
import type { Scope } from './scope';

/** Finds an invitation of an organization. Refuses with 404 for either. */
export const findInvitation = (scope: Scope, organizationId: string, id: string): Outcome<InvitationRow> => {
  const organization = findOrganization(scope, organizationId);
  if (!organization.ok) return organization;
  const row = scope.db.first<InvitationRow>(
    'SELECT * FROM invitations WHERE instance = ? AND organization_id = ? AND id = ?',
    [scope.instance, organizationId, id],
  );
  return row === undefined ? refusals.invitationNotFound() : { ok: true, value: row };
};
