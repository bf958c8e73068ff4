import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { addMembership } from './add-membership';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { findOrganization } from './find-organization';
import { findRole } from './find-role';
import { findUser } from './find-user';
import { mutate } from './mutate';
import { refuseFull } from './refuse-full';

/** Body of `POST /organizations/{organization_id}/memberships`, decoded. */
export type MembershipDraft = MetadataPatch & { readonly user_id: string; readonly role: string };

/** Adds a user to an organization. Refuses a second membership (400) and a full organization (403). */
export const createMembership = (
  scope: Scope,
  organizationId: string,
  draft: MembershipDraft,
): Outcome<object> =>
  mutate(scope, (note) => {
    const organization = findOrganization(scope, organizationId);
    if (!organization.ok) return organization;
    const user = findUser(scope, draft.user_id);
    if (!user.ok) return user;
    const role = findRole(scope, { key: draft.role, param: 'role' });
    if (!role.ok) return role;
    const already = scope.db.count(
      'SELECT count(*) FROM memberships WHERE instance = ? AND organization_id = ? AND user_id = ?',
      [scope.instance, organizationId, draft.user_id],
    );
    if (already > 0) return refusals.alreadyMember(`User ${draft.user_id}`);
    const room = refuseFull(scope, organization.value, 1);
    if (!room.ok) return room;
    const metadata = bothMetadata({ public_metadata: '{}', private_metadata: '{}' }, draft, 'replace');
    if (!metadata.ok) return metadata;
    const row = addMembership(scope, {
      organization_id: organizationId,
      user_id: draft.user_id,
      role_id: role.value.id,
      ...metadata.value,
    });
    note({ entity: 'membership', verb: 'create', id: row.id, mark: `${organizationId} ${draft.user_id}` });
    return { ok: true, value: membershipViews(scope, [row])[0] ?? {} };
  });
