import { email, link, ref, role, text, time, times } from '../kinds/field';
import { backend, by, model } from '../kinds/model';

/** An organization invitation. */
export const invitation = model({
  name: 'invitation',
  found: 11,
  words: {
    one: 'invitation',
    many: 'invitations',
    create: 'Invite',
    remove: 'Revoke',
    removal: 'Revocation',
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
      label: 'Organization id',
      from: ['organization_id'],
      create: 'must',
    }),
    email: email({ column: 'wide', label: 'Email', wire: 'email_address', create: 'must', search: 1 }),
    role: role({ label: 'Role', wire: 'role', create: 'must' }),
    roleName: text({
      column: 'middle',
      repeats: { field: 'name', by: 'role' },
      label: 'Role',
      from: ['role_name'],
      derived: true,
    }),
    status: text({
      plain: true,
      words: ['pending', 'accepted', 'revoked', 'expired'],
      column: 'narrow',
      label: 'Status',
      wire: 'status',
      facet: true,
      blank: () => 'pending',
    }),
    inviterId: link({ to: 'user', label: 'Invited by', wire: 'inviter_id' }),
    expiresAt: time({ label: 'Expires', wire: 'expires_at' }),
    ...times,
  },
  beside: { organizationName: { one: 'organization', by: 'organizationId', of: 'name' } },
  label: ({ email }, place) => (place === '' ? email : `${email} in ${place}`),
  trend: { says: 'Pending invitations', where: { field: 'status', value: 'pending' } },
  ends: {
    says: 'Invitations',
    field: 'expiresAt',
    where: { field: 'status', value: 'pending' },
  },
  ignored: {
    object: 'says what it is',
    public_inviter_data: 'the inviter is a person of the copy',
    public_metadata: 'not shown yet',
    private_metadata: 'not shown yet',
    url: 'the link that was sent: whoever has it can use it',
  },
});
