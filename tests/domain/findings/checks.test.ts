import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import type { AnyCheck, Check } from '@shared/domain/findings/check';
import { checks, checksOf } from '@shared/domain/findings/checks';
import type { FactName, FindingFacts, Holder, Place, Seen } from '@shared/domain/findings/finding-facts';
import { isLoopback } from '@shared/domain/findings/instance-checks';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { describe, expect, it } from 'vitest';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 2);

function row<E extends EntityName>(entity: E, id: string, over: Partial<RemoteRecord<E>> = {}): Seen<E> {
  const blank = blankRecord(entity, RecordId.parse(id), now - 400 * day);
  return { row: { ...blank, ...over }, readAt: now, staged: false };
}
const holder = (person: Partial<RemoteRecord<'user'>>): Holder => ({
  member: row('membership', 'orgmem_1', { role: 'org:admin' }),
  person: row('user', 'user_1', { lastSignInAt: now - day, twoFactorEnabled: true, ...person }),
});
const place = (
  over: Partial<RemoteRecord<'organization'>>,
  admins = 2,
  plan: Place['plan'] = null,
): Place => ({ home: row('organization', 'org_1', { membersCount: 5, ...over }), admins, plan });

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
const grants = (over: Partial<FindingFacts['grants']>): FindingFacts['grants'] => ({
  defined: [row('permission', 'perm_1', { key: 'org:reports:read' })],
  given: [row('role', 'role_1', { key: 'org:auditor', permissionKeys: ['org:reports:read'] })],
  sets: [row('roleSet', 'set_1', { roleKeys: ['org:auditor'] })],
  held: new Set(['org:auditor']),
  ...over,
});
const addresses = (over: Partial<FindingFacts['addresses']>): FindingFacts['addresses'] => ({
  singletons: [row('settings', 'instance', { values: { allowed_origins: ['https://app.acme.com'] } })],
  redirects: [row('redirectUrl', 'ru_1', { url: 'https://localhost.acme.com/x' })],
  clients: [row('oauthApplication', 'oa_1', { redirectUris: ['https://acme.com/callback'] })],
  ...over,
});
const invitation = (createdAt: number, status = 'pending') => [
  row('invitation', 'orginv_1', { createdAt, status }),
];
const app = (over: Partial<RemoteRecord<'application'>>, config: object) => [
  row('application', 'app_1', {
    dns: 'complete',
    ...over,
    config: config as RemoteRecord<'application'>['config'],
  }),
];
const entry = { at: now - 2 * day } as FindingFacts['factors'][number]['entry'];

/** A world that each check hits, and one in which it must be silent. */
const worlds: Readonly<Record<string, { readonly hit: unknown; readonly silent: readonly unknown[] }>> = {
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
    hit: [place({}, 0)],
    silent: [[place({}, 1)], [place({ membersCount: 0 }, 0)]],
  },
  'organization-with-one-admin': {
    hit: [place({}, 1)],
    silent: [[place({}, 2)], [place({ membersCount: 1 }, 1)]],
  },
  'organization-without-members': {
    hit: [place({ membersCount: 0 }, 0)],
    silent: [
      [place({})],
      [place({ membersCount: 0, pendingInvitationsCount: 1 })],
      [place({ membersCount: 0, createdAt: now - day })],
    ],
  },
  'seats-above-plan': {
    hit: [place({ maxAllowedMemberships: 0 }, 2, { name: 'Team', seats: 25 })],
    silent: [
      [place({ maxAllowedMemberships: 25 }, 2, { name: 'Team', seats: 25 })],
      [place({ maxAllowedMemberships: 0 }, 2, { name: 'Enterprise', seats: 0 })],
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
    hit: grants({ held: new Set(['org:member']) }),
    silent: [
      grants({}),
      grants({ held: new Set(), defined: [row('permission', 'p', { key: 'org:sys_profile:read' })] }),
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

const find = <F extends FactName>(check: Check<F>, facts: unknown) =>
  check.find(facts as FindingFacts[F], now);

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check: AnyCheck) => {
  const world = worlds[id];

  it('hits what it is about, and says what was seen', () => {
    const hits = find(check as Check, world?.hit);
    expect(hits).toHaveLength(1);
    expect(hits[0]?.evidence.length).toBeGreaterThan(0);
    expect(hits[0]?.entity).toBe(check.entity);
  });

  it('is silent otherwise', () => {
    expect(world?.silent.length).toBeGreaterThan(0);
    for (const facts of world?.silent ?? []) expect(find(check as Check, facts)).toEqual([]);
  });

  it('mends nothing without a word for it', () => {
    const [hit] = find(check as Check, world?.hit);
    if (hit?.fix) expect(check.fix).toBeTruthy();
    if (hit?.fix?.verb === 'delete' && check.entity !== 'invitation' && check.entity !== 'redirectUrl')
      expect(check.lasting).toBe(true);
  });
});

it('no two checks have one id, and a workspace has those of what it copies', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  const ids = (scenario: 'b2b' | 'platforms') => checksOf(scenario).map(({ id }) => id);
  expect(ids('platforms')).toEqual([
    'breached-passwords',
    'domain-not-set-up',
    'allowlist-without-effect',
    'no-support-address',
  ]);
  expect(ids('b2b')).toHaveLength(checks.length);
});

it('seats of a plan that are used up already are no fix', () => {
  const [overPlan] = checks.filter(({ id }) => id === 'seats-above-plan');
  const fixOf = (membersCount: number) =>
    find(overPlan as Check, [
      place({ membersCount, maxAllowedMemberships: 50 }, 2, { name: 'Free', seats: 15 }),
    ])[0]?.fix;
  expect(fixOf(15)).toEqual({ verb: 'update', field: 'maxAllowedMemberships', value: 15, base: 50 });
  expect(fixOf(16)).toBeNull();
});

it('localhost is taken out of lists, and the rest of them stays', () => {
  const [local] = checks.filter(({ id }) => id === 'localhost-allowed');
  const held = ['https://app.acme.com', 'http://127.0.0.1:8080'];
  const settings = row('settings', 'instance', { values: { allowed_origins: held } });
  const clients = [row('oauthApplication', 'oa_1', { redirectUris: ['http://localhost/cb'] })];
  const hits = find(local as Check, addresses({ singletons: [settings], clients }));
  expect(hits.map(({ fix }) => fix)).toEqual([
    { verb: 'update', field: 'values.allowed_origins', value: ['https://app.acme.com'], base: held },
    null,
  ]);
});

it('what is not known of a setting is counted, and is no finding', () => {
  const apps = [...app({}, {}), ...app({}, { auth_password: { disable_hibp: false } })];
  const [breached] = checks.filter(({ id }) => id === 'breached-passwords');
  expect((breached as Check<'apps'> | undefined)?.blind?.(apps)).toBe(1);
});

it('keys that were read holder by holder never say that there is none without expiry', () => {
  const [endless] = checks.filter(({ id }) => id === 'key-without-expiry');
  const lackOf = (keys: FindingFacts['keys']) => (endless as Check<'keys'> | undefined)?.lack?.(keys);
  const ending = row('apiKey', 'ak_1', { subject: 'user_1', expiresAt: now + day });
  expect(lackOf([])?.reason).toContain('No keys were read yet');
  expect(lackOf([ending])?.reason).toContain('Only the keys of one holder');
  expect(lackOf([ending, row('apiKey', 'ak_2', { expiresAt: 0 })])).toBeNull();
});

it.each([
  ['http://localhost:3000/x', true],
  ['localhost', true],
  ['HTTPS://LOCALHOST/', true],
  ['http://127.0.0.1', true],
  ['http://[::1]:80/', true],
  ['http://app.localhost:5173', true],
  ['exp://localhost:19000', true],
  ['https://localhost.acme.com', false],
  ['https://acme.com/localhost', false],
  ['acme://callback', false],
])('%s leads back to the machine of whoever follows it: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});
