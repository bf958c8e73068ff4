import type { InvitationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { findOrganization } from './find-organization';

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
