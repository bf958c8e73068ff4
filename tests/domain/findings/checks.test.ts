import type { AnyCheck, Check } from '@shared/domain/findings/check';
import { checks, checksOf } from '@shared/domain/findings/checks';
import type { FactName, FindingFacts, Place } from '@shared/domain/findings/finding-facts';
import { isLoopback } from '@shared/domain/findings/instance-checks';
import { describe, expect, it } from 'vitest';
import { addresses, app, day, grants, now, place, row, worlds } from './finding-worlds';

const find = <F extends FactName>(check: Check<F>, facts: unknown) =>
  check.find(facts as FindingFacts[F], now);

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check: AnyCheck) => {
  const world = worlds[id];

  it('has worlds of its own, and needs the list that it goes by', () => {
    expect(Object.keys(worlds), 'tests/domain/findings/finding-worlds.ts').toContain(id);
    // Without, a list that was refused would leave it clear. What is read holder by holder says so itself (`lack`).
    if (check.lack === undefined) expect(check.needs).toContain(`list.${check.entity}`);
  });

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
      place({ membersCount, maxAllowedMemberships: 50 }, { plan: { name: 'Free', seats: 15 } }),
    ])[0]?.fix;
  expect(fixOf(15)).toEqual({ verb: 'update', field: 'maxAllowedMemberships', value: 15, base: 50 });
  expect(fixOf(16)).toBeNull();
});

it('admins who are banned, locked or deprovisioned are told beside those who can act', () => {
  const [noAdmin] = checks.filter(({ id }) => id === 'organization-without-admin');
  const evidenceOf = (barredAdmins: number) =>
    find(noAdmin as Check, [place({}, { admins: 0, barredAdmins })])[0]?.evidence;
  expect(evidenceOf(2)).toEqual([
    { label: 'Admins who can act', value: 0, time: false },
    { label: 'Admins banned, locked or deprovisioned', value: 2, time: false },
    { label: 'Members', value: 5, time: false },
  ]);
  expect(evidenceOf(0)).toHaveLength(2);
});

it('of organizations that are not copied whole, or of which nobody knows their age, nothing is known', () => {
  const blindOf = (id: string, ...places: readonly Place[]) =>
    (checks.find((check) => check.id === id) as Check<'places'> | undefined)?.blind?.(places).length;
  const part = place({ membersCount: 6 }, { admins: 0, members: 5 });
  expect(blindOf('organization-without-admin', part, place({}))).toBe(1);
  expect(blindOf('organization-with-one-admin', part, { ...part, admins: 1 })).toBe(1);
  const empty = place({ membersCount: 0, createdAt: 0 });
  expect(
    blindOf('organization-without-members', empty, part, place({ membersCount: 3 }, { members: 0 })),
  ).toBe(2);
});

it('a role in no set says how many hold it', () => {
  const [outside] = checks.filter(({ id }) => id === 'role-in-no-set');
  const sets = [row('roleSet', 'set_1', { roleKeys: ['org:member'] })];
  expect(find(outside as Check, grants({ sets }))[0]?.evidence).toContainEqual({
    label: 'Memberships with it',
    value: 3,
    time: false,
  });
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
  expect((breached as Check<'apps'> | undefined)?.blind?.(apps)).toHaveLength(1);
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
