import { t } from '../../language/t';
import { flag, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** Who may sign up, or must not: both lists hold identifiers, and are told apart by nothing else. */
const shared = {
  ...catalogued,
  scenarios: ['b2c', 'b2b'],
  sort: by('identifier'),
  fields: {
    /** An address, `*@acme.com` for a whole domain, a phone number or a wallet. */
    identifier: text({
      column: 'wide',
      label: t('Identifier'),
      hint: t('kim@acme.com, *@acme.com for a whole domain, +15551234567 or a wallet 0x…'),
      wire: 'identifier',
      create: 'must',
      search: 1,
    }),
    identifierType: text({
      plain: true,
      words: ['email_address', 'phone_number', 'web3_wallet'],
      says: {
        email_address: t('email address'),
        phone_number: t('phone number'),
        web3_wallet: t('web3 wallet'),
      },
      column: 'middle',
      label: t('Kind'),
      wire: 'identifier_type',
      facet: true,
    }),
    ...times,
  },
  label: ({ identifier }: { readonly identifier: string }) => identifier,
} as const;

const ignored = { object: 'says what it is', instance_id: 'the workspace’s own' };

/** Somebody who may sign up where sign-up is restricted. */
export const allowlistIdentifier = model({
  ...shared,
  name: 'allowlistIdentifier',
  words: { one: t('allowlist entry'), many: t('allowlist entries'), create: t('Allow') },
  home: { screen: 'sign-up', tab: 'allowlist' },
  spec: backend('AllowlistIdentifier'),
  said: { notify: flag({ label: t('Send an invitation'), wire: 'notify', create: true }) },
  ignored: { ...ignored, invitation_id: 'the invitation is in its own list' },
});

/** Somebody who must not sign up or in. */
export const blocklistIdentifier = model({
  ...shared,
  name: 'blocklistIdentifier',
  words: { one: t('blocklist entry'), many: t('blocklist entries'), create: t('Block') },
  home: { screen: 'sign-up', tab: 'blocklist' },
  spec: backend('BlocklistIdentifier'),
  ignored,
});
