import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { addMembership } from './add-membership';
import { addUser } from './add-user';
import { bumped } from './bumped';
import { findInvitation } from './find-invitation';
import { userOf } from './identified';
import { mutate } from './mutate';

/**
 * Accepts a pending invitation for the invited person, who is made a user when there is none with that address.
 *
 * Not part of the Backend API: the service does this when someone follows the link. Metadata moves to the membership.
 */
export const acceptInvitation = (scope: Scope, organizationId: string, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findInvitation(scope, organizationId, id);
    if (!found.ok) return found;
    const { db, instance } = scope;
    const { email, role_id, public_metadata, private_metadata, status } = found.value;
    if (status !== 'pending') return refusals.invitationNotPending(status);
    const user = userOf(scope, email) ?? addUser(scope, { email });
    const row = addMembership(scope, {
      organization_id: organizationId,
      user_id: user.id,
      role_id,
      public_metadata,
      private_metadata,
    });
    const set = { status: 'accepted', url: null, updated_at: bumped(scope, found.value.updated_at) };
    updateRow(db, 'invitations', { instance, id }, set);
    note({ entity: 'membership', verb: 'create', id: row.id, mark: `${organizationId} ${user.id}` });
    return { ok: true, value: membershipViews(scope, [row])[0] ?? {} };
  });
