import type {
  AccessCatalog,
  AccessMember,
  AccessPerson,
  AccessPlace,
} from '@shared/domain/access/access-facts';
import { catalogOf } from '@shared/domain/access/access-moment';
import { decideAccess } from '@shared/domain/access/decide-access';
import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';

const id = (text: string) => RecordId.parse(text);
const made = <E extends EntityName>(entity: E, name: string, values: Partial<RemoteRecord<E>>) =>
  ({ ...blankRecord(entity, id(name), 1), ...values }) as RemoteRecord<E>;

const ada = made('user', 'ada', { name: 'Ada', directoryId: id('okta'), twoFactorEnabled: false });
const acme: AccessPlace = { id: 'acme', name: 'Acme', roleSetKey: 'role_set:standard' };
const member = made('membership', 'mem', {
  organizationId: id('acme'),
  userId: id('ada'),
  userName: 'Ada',
  role: 'org:admin',
});
const giving = {
  name: 'Okta',
  enabled: true,
  groupRoleMappingEnabled: true,
  groupRoles: [{ group: 'g1', role: 'org:admin' }],
  groupNames: { g1: 'Engineering' },
  enterpriseConnectionId: id('sso'),
};
const rows = {
  grants: [made('role', 'admin', { key: 'org:admin', name: 'Admin', permissionKeys: ['org:keys:read'] })],
  defined: [
    made('permission', 'read', { key: 'org:keys:read', name: 'Read keys' }),
    made('permission', 'write', { key: 'org:keys:write', name: 'Write keys' }),
  ],
  sets: [made('roleSet', 'std', { key: 'role_set:standard', name: 'Standard', roleKeys: ['org:admin'] })],
  givers: [made('directory', 'okta', giving)],
  connections: [made('enterpriseConnection', 'sso', { organizationId: id('acme') })],
  singletons: [],
  apps: [],
};

interface Over {
  readonly catalog?: AccessCatalog;
  readonly person?: Partial<AccessPerson>;
  readonly place?: Partial<AccessPlace>;
  readonly member?: Partial<AccessMember> | null;
  readonly permissionKey?: string;
  readonly invitedAs?: string;
}

const ask = (over: Over = {}) =>
  decideAccess(over.catalog ?? catalogOf(rows), {
    person: { ...ada, ...over.person },
    place: { ...acme, ...over.place },
    member: over.member === null ? null : { ...member, ...over.member },
    permissionKey: over.permissionKey ?? 'org:keys:read',
    invitedAs: over.invitedAs ?? '',
  });
const steps = (over?: Over) => ask(over).path.map(({ says, label }) => `${says} ${label}`.trim());

test('the way names the directory whose group gives the role, and the role set that it is from', () => {
  expect(steps()).toEqual([
    'Ada',
    'is a member of Acme',
    'by group Engineering of Okta',
    'from the role set Standard',
    'as Admin',
    'which allows Read keys',
  ]);
  expect(ask()).toMatchObject({
    allowed: true,
    sentence: 'Ada holds “Read keys” in Acme, as Admin.',
    blockers: [],
  });
  const without = [
    'Ada',
    'is a member of Acme',
    'from the role set Standard',
    'as Admin',
    'which allows Read keys',
  ];
  for (const odd of [
    { ...giving, enabled: false },
    { ...giving, groupRoleMappingEnabled: false },
    { ...giving, groupRoles: [{ group: 'g1', role: 'org:member' }] },
    { ...giving, enterpriseConnectionId: id('other') },
  ]) {
    const connections = [
      ...rows.connections,
      made('enterpriseConnection', 'other', { organizationId: id('other') }),
    ];
    expect(
      steps({ catalog: catalogOf({ ...rows, connections, givers: [made('directory', 'okta', odd)] }) }),
    ).toEqual(without);
  }
  expect(steps({ person: { directoryId: id('none') }, place: { roleSetKey: '' } })).toEqual([
    'Ada',
    'is a member of Acme',
    'as Admin',
    'which allows Read keys',
  ]);
});

test('each thing in the way is named, and only what takes the permission away denies it', () => {
  const app = made('application', 'app', { config: { auth_multi_factor: { required_for_sign_up: true } } });
  const off = made('settings', 'organization_settings', { values: { enabled: false } });
  const cases: readonly (readonly [Over, allowed: boolean, kinds: readonly string[], says: string])[] = [
    [{ person: { banned: true } }, false, ['banned'], 'Ada is banned.'],
    [{ person: { deprovisioned: true } }, false, ['deprovisioned'], 'Ada was deprovisioned by Okta.'],
    [{ person: { locked: true } }, true, ['locked'], 'cannot sign in until that ends'],
    [{ catalog: catalogOf({ ...rows, apps: [app] }) }, true, ['no-second-factor'], 'has no second factor'],
    [
      { catalog: catalogOf({ ...rows, apps: [app] }), person: { twoFactorEnabled: true } },
      true,
      [],
      'Ada holds',
    ],
    [{ catalog: catalogOf({ ...rows, singletons: [off] }) }, false, ['organizations-off'], 'switched off'],
    [{ permissionKey: 'org:keys:write' }, false, ['role-lacks'], 'Admin does not include “Write keys”.'],
    [{ permissionKey: 'org:keys:none' }, false, ['permission-off'], 'no permission org:keys:none'],
    [{ member: { role: 'org:ghost' } }, false, ['role-unknown'], 'There is no role org:ghost.'],
    [
      { place: { seats: { used: 6, limit: 5 } } },
      false,
      ['seat'],
      'Acme has 5 seats, and Ada would be number 6.',
    ],
    [{ place: { seats: { used: 5, limit: 5 } } }, true, [], 'Ada holds'],
    [{ place: { seats: { used: 6, limit: 0 } } }, true, [], 'Ada holds'],
    [{ member: null }, false, ['not-member'], 'Ada is no member of Acme.'],
    [
      { member: null, invitedAs: 'Admin' },
      false,
      ['not-member'],
      'An invitation as Admin was not accepted yet.',
    ],
    [
      { person: { banned: true, locked: true } },
      false,
      ['banned', 'locked'],
      'Ada is banned. Ada is locked out',
    ],
    [{ catalog: catalogOf({ ...rows, defined: null }) }, true, [], 'Ada holds'],
  ];
  for (const [over, allowed, kinds, says] of cases) {
    const answer = ask(over);
    expect([answer.allowed, answer.blockers.map(({ kind }) => kind)], answer.sentence).toEqual([
      allowed,
      kinds,
    ]);
    expect(answer.sentence).toContain(says);
  }
});
