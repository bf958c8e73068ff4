import { insertRows } from '../database/insert-rows';
import type { InvitationRow, OrganizationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { checkInviter } from './check-inviter';
import { findRole } from './find-role';
import { userOf } from './identified';
import { refuseFull } from './refuse-full';

/** One invitation of a request body, decoded. */
export type InvitationDraft = MetadataPatch & {
  readonly email_address: string;
  readonly role: string;
  readonly inviter_user_id?: string | null | undefined;
  readonly redirect_url?: string | null | undefined;
  readonly expires_in_days?: number | null | undefined;
};

const day = 86_400_000;

/**
 * Checks and inserts one invitation, inside a transaction.
 *
 * Errors: 404 unknown role; 403 inviter is no admin; 400 already a member, or invited and pending; 403 no seat left.
 */
export const addInvitation = (
  scope: Scope,
  organization: OrganizationRow,
  draft: InvitationDraft,
): Outcome<InvitationRow> => {
  const { db, instance } = scope;
  const role = findRole(scope, { key: draft.role, param: 'role' });
  if (!role.ok) return role;
  if (draft.inviter_user_id) {
    const allowed = checkInviter(scope, organization.id, draft.inviter_user_id);
    if (!allowed.ok) return allowed;
  }
  const at = scope.now();
  const invited = userOf(scope, draft.email_address);
  const member = db.count(
    'SELECT count(*) FROM memberships WHERE instance = ? AND organization_id = ? AND user_id = ?',
    [instance, organization.id, invited?.id ?? null],
  );
  if (member > 0) return refusals.alreadyMember(draft.email_address);
  const pending = db.count(
    `SELECT count(*) FROM invitations WHERE instance = ? AND organization_id = ? AND status = 'pending'
       AND email = ? AND (expires_at IS NULL OR expires_at > ?)`,
    [instance, organization.id, draft.email_address, at],
  );
  if (pending > 0) return refusals.invitationNotUnique();
  const room = refuseFull(scope, organization, 1);
  if (!room.ok) return room;
  const metadata = bothMetadata({ public_metadata: '{}', private_metadata: '{}' }, draft, 'replace');
  if (!metadata.ok) return metadata;
  const id = scope.mint('orginv');
  const row: InvitationRow = {
    id,
    organization_id: organization.id,
    email: draft.email_address,
    role_id: role.value.id,
    inviter_id: draft.inviter_user_id ?? null,
    status: 'pending',
    url: draft.redirect_url ?? `https://accounts.sandbox.example/accept/${id}`,
    ...metadata.value,
    expires_at: at + (draft.expires_in_days ?? 30) * day,
    created_at: at,
    updated_at: at,
  };
  insertRows(db, 'invitations', instance, [row]);
  return { ok: true, value: row };
};
