import type { IntentDraft } from '@shared/domain/intent';
import { drafts } from './drafts';
import type { ReconcileRig } from './reconcile-rig';

/** A change that one request carries. */
export type Kind = 'role' | 'organization' | 'remove' | 'add' | 'invite' | 'create' | 'delete' | 'revoke';

/** One draft of every entity and verb, with the request that carries it and the proof that it took effect exactly once. */
export async function subject(rig: ReconcileRig, kind: Kind) {
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  const [invitation] = await rig.store.list(
    'invitation',
    [{ field: 'status', op: 'eq', value: 'pending' }],
    1,
  );
  const members = await rig.store.list('membership', [
    { field: 'organizationId', op: 'eq', value: String(member?.organizationId) },
  ]);
  const users = await rig.store.list('user', []);
  const stranger = users.find(({ id }) => members.every(({ userId }) => userId !== id));
  if (member === undefined || invitation === undefined || stranger === undefined)
    throw new Error('a small world');
  const organizationId = member.organizationId;
  await rig.sandbox.control.edit([{ organization: organizationId, set: { max_allowed_memberships: 0 } }]);
  const cases: Record<
    Kind,
    { draft: IntentDraft; method: string; path: string; table: string; grows: number }
  > = {
    role: {
      draft: drafts.role(member.id, 'org:viewer'),
      method: 'PATCH',
      path: '/memberships/',
      table: 'memberships',
      grows: 0,
    },
    organization: {
      draft: drafts.organization(organizationId, 'name', 'Other name'),
      method: 'PATCH',
      path: '^/organizations/[^/]+$',
      table: 'organizations',
      grows: 0,
    },
    remove: {
      draft: drafts.remove('membership', member.id),
      method: 'DELETE',
      path: '/memberships/',
      table: 'memberships',
      grows: -1,
    },
    add: {
      draft: drafts.add(organizationId, stranger.id),
      method: 'POST',
      path: '/memberships$',
      table: 'memberships',
      grows: 1,
    },
    invite: {
      draft: drafts.invite(organizationId, 'once@only.example'),
      method: 'POST',
      path: '/invitations$',
      table: 'invitations',
      grows: 1,
    },
    create: {
      draft: drafts.create('new_once', { name: 'Once Only', slug: '' }),
      method: 'POST',
      path: '^/organizations$',
      table: 'organizations',
      grows: 1,
    },
    delete: {
      draft: drafts.remove('organization', organizationId),
      method: 'DELETE',
      path: '^/organizations/[^/]+$',
      table: 'organizations',
      grows: -1,
    },
    revoke: {
      draft: drafts.remove('invitation', invitation.id),
      method: 'POST',
      path: '/revoke$',
      table: 'invitations',
      grows: 0,
    },
  };
  return cases[kind];
}
