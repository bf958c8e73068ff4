import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { invitationViews } from '../views/invitation-views';
import { bumped } from './bumped';
import { checkInviter } from './check-inviter';
import { findInvitation } from './find-invitation';
import { mutate } from './mutate';

/** Revokes a pending invitation. Errors: 400 when it is not pending, 403 when the requester is no admin. */
export const revokeInvitation = (
  scope: Scope,
  organizationId: string,
  id: string,
  requester: string | null | undefined,
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findInvitation(scope, organizationId, id);
    if (!found.ok) return found;
    if (requester) {
      const allowed = checkInviter(scope, organizationId, requester);
      if (!allowed.ok) return allowed;
    }
    const [before] = invitationViews(scope, [found.value]);
    if (before?.status !== 'pending') return refusals.invitationNotPending(before?.status ?? 'gone');
    const set = { status: 'revoked', url: null, updated_at: bumped(scope, found.value.updated_at) };
    updateRow(scope.db, 'invitations', { instance: scope.instance, id }, set);
    note({ entity: 'invitation', verb: 'update', id, mark: `${organizationId} ${found.value.email}` });
    return { ok: true, value: invitationViews(scope, [{ ...found.value, ...set }])[0] ?? {} };
  });
