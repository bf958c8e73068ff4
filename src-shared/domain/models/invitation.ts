import { t } from '../../language/t';
import { email, json, link, ref, role, text, time, times } from '../kinds/field';
import { backend, by, model } from '../kinds/model';
import { invitationStatus, saidOfInvitations } from './instance-invitation';

/** An organization invitation. */
export const invitation = model({
  name: 'invitation',
  found: 11,
  words: {
    one: t('invitation'),
    many: t('invitations'),
    create: t('Invite'),
    remove: t('Revoke'),
    removal: t('Revocation'),
  },
  home: { screen: 'organization', tab: 'invitations', param: 'invitation' },
  shape: 'round',
  spec: backend('OrganizationInvitation'),
  scenarios: ['b2c', 'b2b'],
  collection: 'invitations',
  sort: by('createdAt', 'desc'),
  namedBy: {
    keys: [['organizationId', 'email']],
    where: { field: 'status', value: 'pending' },
  },
  indexes: [
    ['organizationId', 'status'],
    ['organizationId', 'createdAt'],
    ['status', 'createdAt'],
    ['email'],
    ['role'],
    ['expiresAt'],
    ['createdAt'],
    ['state'],
  ],
  fields: {
    organizationId: ref({
      to: 'organization',
      label: t('Organization id'),
      from: ['organization_id'],
      create: 'must',
    }),
    email: email({ column: 'wide', label: t('Email'), wire: 'email_address', create: 'must', search: 1 }),
    role: role({ label: t('Role'), wire: 'role', create: 'must' }),
    roleName: text({
      column: 'middle',
      repeats: { field: 'name', by: 'role' },
      label: t('Role'),
      from: ['role_name'],
      derived: true,
    }),
    status: invitationStatus,
    inviterId: link({ to: 'user', label: t('Invited by'), wire: 'inviter_id' }),
    expiresAt: time({ label: t('Expires'), wire: 'expires_at' }),
    /** What the membership gets that it becomes. */
    publicMetadata: json({
      label: t('Public metadata'),
      wire: 'public_metadata',
      create: true,
      late: true,
      rare: true,
    }),
    ...times,
  },
  said: saidOfInvitations,
  beside: { organizationName: { one: 'organization', by: 'organizationId', of: 'name' } },
  label: ({ email }, place) =>
    place === '' ? email : t('{email} in {organization}', { email, organization: place }),
  trend: { says: t('Pending invitations'), where: { field: 'status', value: 'pending' } },
  ends: {
    says: t('Invitations'),
    field: 'expiresAt',
    where: { field: 'status', value: 'pending' },
  },
  ignored: {
    object: 'says what it is',
    public_inviter_data: 'the inviter is a person of the copy',
    private_metadata: 'not shown yet',
    url: 'the link that was sent: whoever has it can use it',
  },
});
