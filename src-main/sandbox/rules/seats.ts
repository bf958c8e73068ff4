import type { OrganizationRow } from '../database/rows';
import type { Scope } from '../kit/scope';

/** Seats of an organization: members, invitations still open, and the limit (0 means none). */
export type Seats = { readonly members: number; readonly pending: number; readonly limit: number };

/** Counts the seats an organization uses. An expired invitation no longer holds one. */
export const seats = ({ db, instance, now }: Scope, organization: OrganizationRow): Seats => ({
  members: db.count('SELECT count(*) FROM memberships WHERE instance = ? AND organization_id = ?', [
    instance,
    organization.id,
  ]),
  pending: db.count(
    `SELECT count(*) FROM invitations WHERE instance = ? AND organization_id = ? AND status = 'pending'
       AND (expires_at IS NULL OR expires_at > ?)`,
    [instance, organization.id, now()],
  ),
  limit: organization.max_allowed_memberships,
});
