import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import type { FindingFacts, Holder, Place, Seen } from '@shared/domain/findings/finding-facts';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';

export const day = 86_400_000;
export const now = Date.UTC(2026, 10, 2);

export function row<E extends EntityName>(
  entity: E,
  id: string,
  over: Partial<RemoteRecord<E>> = {},
): Seen<E> {
  const blank = blankRecord(entity, RecordId.parse(id), now - 400 * day);
  return { row: { ...blank, ...over }, readAt: now, staged: false };
}
export const holder = (person: Partial<RemoteRecord<'user'>>): Holder => ({
  member: row('membership', 'orgmem_1', { role: 'org:admin' }),
  person: row('user', 'user_1', { lastSignInAt: now - day, twoFactorEnabled: true, ...person }),
});
/** An organization of five, all of them copied. */
export const place = (
  over: Partial<RemoteRecord<'organization'>>,
  copied: Partial<Omit<Place, 'home'>> = {},
): Place => ({
  home: row('organization', 'org_1', { membersCount: 5, ...over }),
  ...{ members: over.membersCount ?? 5, admins: 2, barredAdmins: 0, invited: 0, plan: null },
  ...copied,
});

const sso = (
  connection: Partial<RemoteRecord<'enterpriseConnection'>>,
  domain: Partial<RemoteRecord<'organizationDomain'>> = { verification: 'verified' },
  enabled = true,
): FindingFacts['sso'] => ({
  connections: [
    row('enterpriseConnection', 'entconn_1', {
      ...{ active: true, domains: ['acme.com'], organizationId: 'org_1' },
      ...{ certificateExpiresAt: now + 400 * day, signInMakes: 'no' },
      ...connection,
    }),
  ],
  named: [
    row('organizationDomain', 'orgdmn_1', {
      name: 'acme.com',
      organizationId: RecordId.parse('org_1'),
      ...domain,
    }),
  ],
  scim: [row('directory', 'dir_1', { enterpriseConnectionId: RecordId.parse('entconn_1'), enabled })],
});
export const grants = (over: Partial<FindingFacts['grants']>): FindingFacts['grants'] => ({
  defined: [row('permission', 'perm_1', { key: 'org:reports:read' })],
  given: [row('role', 'role_1', { key: 'org:auditor', permissionKeys: ['org:reports:read'] })],
  sets: [row('roleSet', 'set_1', { roleKeys: ['org:auditor'] })],
  held: new Map([['org:auditor', 3]]),
  ...over,
});
export const addresses = (over: Partial<FindingFacts['addresses']>): FindingFacts['addresses'] => ({
  singletons: [row('settings', 'instance', { values: { allowed_origins: ['https://app.acme.com'] } })],
  redirects: [row('redirectUrl', 'ru_1', { url: 'https://localhost.acme.com/x' })],
  clients: [row('oauthApplication', 'oa_1', { redirectUris: ['https://acme.com/callback'] })],
  ...over,
});
const invitation = (createdAt: number, status = 'pending') => [
  row('invitation', 'orginv_1', { createdAt, status }),
];
export const app = (over: Partial<RemoteRecord<'application'>>, config: object) => [
  row('application', 'app_1', {
    dns: 'complete',
    ...over,
    config: config as RemoteRecord<'application'>['config'],
  }),
];
const entry = { at: now - 2 * day } as FindingFacts['factors'][number]['entry'];

/** A world that each check hits, and one in which it must be silent. */
export const worlds: Readonly<
  Record<string, { readonly hit: unknown; readonly silent: readonly unknown[] }>
> = {
  'certificate-ends': {
    hit: sso({ certificateExpiresAt: now + 5 * day }),
    silent: [
      sso({}),
      sso({ certificateExpiresAt: now - day, active: false }),
      sso({ certificateExpiresAt: 0 }),
    ],
  },
  'connection-on-unverified-domain': {
    hit: sso({}, { verification: 'unverified' }),
    silent: [sso({}), sso({}, { ownership: 'verified' }), sso({ active: false }, { verification: 'failed' })],
  },
  'sign-in-beside-directory': {
    hit: sso({ signInMakes: 'yes' }),
    silent: [sso({}), sso({ signInMakes: '' }), sso({ signInMakes: 'yes' }, {}, false)],
  },
  'failed-test': {
    hit: sso({ lastTest: 'failed' }),
    silent: [
      sso({ lastTest: 'success' }),
      sso({ lastTest: 'none' }),
      sso({ lastTest: 'failed', active: false }),
    ],
  },
  'deprovisioned-member': {
    hit: [holder({ deprovisioned: true })],
    silent: [[holder({ banned: true })], []],
  },
  'banned-member': { hit: [holder({ banned: true })], silent: [[holder({ deprovisioned: true })]] },
  'admin-without-second-factor': {
    hit: [holder({ twoFactorEnabled: false })],
    silent: [[holder({})], [holder({ twoFactorEnabled: false, banned: true })]],
  },
  'idle-admin': {
    hit: [holder({ lastSignInAt: now - 91 * day })],
    silent: [
      [holder({ lastSignInAt: now - 89 * day })],
      [holder({ lastSignInAt: 0, createdAt: now - 3 * day })],
      [holder({ lastSignInAt: 0, lastActiveAt: now - day })],
    ],
  },
  'second-factor-off': {
    hit: [{ entry, person: row('user', 'user_1', { twoFactorEnabled: false }) }],
    silent: [[{ entry, person: row('user', 'user_1', { twoFactorEnabled: true }) }]],
  },
  'organization-without-admin': {
    hit: [place({}, { admins: 0, barredAdmins: 2 })],
    silent: [
      [place({}, { admins: 1 })],
      [place({ membersCount: 0 }, { admins: 0 })],
      // Not all of its members are copied: one of the others may be an admin.
      [place({ membersCount: 6 }, { admins: 0, members: 5 })],
    ],
  },
  'organization-with-one-admin': {
    hit: [place({}, { admins: 1, barredAdmins: 1 })],
    silent: [
      [place({}, { admins: 2 })],
      [place({ membersCount: 1 }, { admins: 1 })],
      [place({ membersCount: 6 }, { admins: 1, members: 5 })],
    ],
  },
  'organization-without-members': {
    hit: [place({ membersCount: 0 }, { admins: 0 })],
    silent: [
      [place({})],
      [place({ membersCount: 0, pendingInvitationsCount: 1 })],
      [place({ membersCount: 0, createdAt: now - day })],
      // The service does not say when it was made, counts members that are not copied, or none where some are.
      [place({ membersCount: 0, createdAt: 0 })],
      [place({ membersCount: 3 }, { members: 0 })],
      [place({ membersCount: 0 }, { members: 3 })],
      [place({ membersCount: 0 }, { invited: 1 })],
    ],
  },
  'seats-above-plan': {
    hit: [place({ maxAllowedMemberships: 0 }, { plan: { name: 'Team', seats: 25 } })],
    silent: [
      [place({ maxAllowedMemberships: 25 }, { plan: { name: 'Team', seats: 25 } })],
      [place({ maxAllowedMemberships: 0 }, { plan: { name: 'Enterprise', seats: 0 } })],
      [place({ maxAllowedMemberships: 0 }, { plan: { name: 'Odd', seats: null } })],
      [place({ maxAllowedMemberships: 90 })],
    ],
  },
  'stale-invitation': {
    hit: invitation(now - 31 * day),
    silent: [invitation(now - 29 * day), invitation(now - 90 * day, 'accepted')],
  },
  'role-in-no-set': {
    hit: grants({ sets: [row('roleSet', 'set_1', { roleKeys: ['org:member'] })] }),
    silent: [grants({}), grants({ sets: [] })],
  },
  'permission-held-by-nobody': {
    hit: grants({ held: new Map([['org:member', 9]]) }),
    silent: [
      grants({}),
      grants({ held: new Map(), defined: [row('permission', 'p', { key: 'org:sys_profile:read' })] }),
    ],
  },
  'localhost-allowed': {
    hit: addresses({ redirects: [row('redirectUrl', 'ru_1', { url: 'http://localhost:3000/back' })] }),
    silent: [addresses({})],
  },
  'key-without-expiry': {
    hit: [row('apiKey', 'ak_1', { subject: 'user_1', expiresAt: 0 })],
    silent: [[row('apiKey', 'ak_1', { subject: 'user_1', expiresAt: now + day })]],
  },
  'allowlist-without-effect': {
    hit: app({}, { auth_access_control: { sign_up_mode: 'restricted', allowlist_enabled: true } }),
    silent: [
      app({}, { auth_access_control: { sign_up_mode: 'public', allowlist_enabled: true } }),
      app({}, { auth_access_control: { sign_up_mode: 'restricted', allowlist_enabled: false } }),
      app({}, {}),
    ],
  },
  'no-support-address': {
    hit: app({}, { branding: { support_email: null } }),
    silent: [
      app({}, { branding: { support_email: 'help@acme.com' } }),
      app({}, { branding: null }),
      app({}, {}),
    ],
  },
  'breached-passwords': {
    hit: app({}, { auth_password: { disable_hibp: true } }),
    silent: [
      app({}, { auth_password: { disable_hibp: false } }),
      app({}, { auth_password: {} }),
      app({}, {}),
    ],
  },
  'domain-not-set-up': {
    hit: app({ dns: 'in_progress', environment: 'production' }, {}),
    silent: [app({}, {}), app({ dns: 'not_started', environment: 'development' }, {}), app({ dns: '' }, {})],
  },
};
