import { t } from '../../language/t';
import { email, flag, json, number, text, time, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';
import { linkFault } from '../kinds/texts';

/** What an invitation, to the application or into an organization, may say when it is made and shows in no record (spec). */
export const saidOfInvitations = {
  expiresInDays: number({
    label: t('Days until it expires'),
    hint: t('1 to 365; empty means 30'),
    wire: 'expires_in_days',
    create: true,
    rare: true,
    fault: (days) => (Number(days) >= 1 && Number(days) <= 365 ? null : t('must be 1 to 365')),
  }),
  redirectUrl: text({
    label: t('Where the link leads'),
    hint: t('Empty means your sign-up page'),
    wire: 'redirect_url',
    create: true,
    rare: true,
    fault: linkFault,
  }),
  notify: flag({ label: t('Send an email'), wire: 'notify', create: true, rare: true, blank: () => true }),
} as const;

/** `pending`, `accepted` or `expired`; revoked ones are not listed any more. */
export const invitationStatus = text({
  plain: true,
  words: ['pending', 'accepted', 'revoked', 'expired'],
  says: { pending: t('pending'), accepted: t('accepted'), revoked: t('revoked'), expired: t('expired') },
  column: 'narrow',
  label: t('Status'),
  wire: 'status',
  facet: true,
  blank: () => 'pending',
});

/** An invitation to the application itself, and into no organization. */
export const instanceInvitation = model({
  ...catalogued,
  name: 'instanceInvitation',
  words: {
    one: t('invitation to the application'),
    many: t('invitations to the application'),
    create: t('Invite'),
    remove: t('Revoke'),
    removal: t('Revocation'),
  },
  home: { screen: 'sign-up', tab: 'invitations' },
  shape: 'round',
  spec: backend('Invitation'),
  scenarios: ['b2c', 'b2b'],
  sort: by('createdAt', 'desc'),
  fields: {
    email: email({ column: 'wide', label: t('Email'), wire: 'email_address', create: 'must', search: 1 }),
    status: invitationStatus,
    expiresAt: time({ column: 'middle', label: t('Expires'), wire: 'expires_at' }),
    publicMetadata: json({ label: t('Public metadata'), wire: 'public_metadata', create: true, rare: true }),
    ...times,
  },
  said: saidOfInvitations,
  ends: {
    says: t('Invitations to the application'),
    field: 'expiresAt',
    where: { field: 'status', value: 'pending' },
  },
  label: ({ email: address }) => address,
  ignored: {
    object: 'says what it is',
    revoked: 'follows from the status',
    url: 'the link that was sent: whoever has it can use it',
  },
});
