import { readListOf } from '@main/sync/read-list-of';
import { editableFields } from '@shared/domain/editable-fields';
import { askedEntities, type EntityName, entitiesOf, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { ReconcileRig } from './reconcile-rig';

/** Another value of a kind than the one that a record holds; two of them differ. */
const others: Readonly<Partial<Record<Kind, (held: JsonValue, nth: number) => JsonValue>>> = {
  text: (_, nth) => `Some other words ${nth}`,
  name: (_, nth) => `Another name ${nth}`,
  slug: (_, nth) => `another-slug-${nth}`,
  seats: (_, nth) => 5_000 + nth,
  number: (_, nth) => 100 + nth,
  prose: (_, nth) => `<b>{{otp_code}} {{action_url}} {{magic_link}}</b> ${nth}`,
  list: (_, nth) => [`https://app.example/${nth}`, 'app://back'],
  limit: (_, nth) => 3 + nth,
  time: (_, nth) => 1_700_000_000_000 + nth * 60_000,
  flag: (held) => held !== true,
  color: (_, nth) => `#12345${nth}`,
  email: (_, nth) => `help${nth}@brand.example`,
  role: (held, nth) => (held === 'org:member' ? (nth === 0 ? 'org:viewer' : 'org:billing') : 'org:member'),
  setKey: (held, nth) => nextOf(['role_set:default', 'role_set:light', 'role_set:support_desk'])(held, nth),
  groupRoles: (_, nth) => [
    { group: `group-${nth}`, role: 'org:viewer' },
    { group: 'everyone', role: nth === 0 ? 'org:member' : 'org:billing' },
  ],
  permissions: (held, nth) =>
    held !== null && typeof held === 'object' && isJsonArray(held) ? held.slice(nth + 1) : [],
};

/** Another one of the words that a field can hold; three of them differ. */
const nextOf =
  (options: readonly string[]) =>
  (held: JsonValue, nth: number): JsonValue =>
    options[(options.indexOf(String(held)) + 1 + nth) % options.length] ?? '';

/** What fits a field where not every value of its kind does. */
const fitting: Readonly<Record<string, (held: JsonValue, nth: number) => JsonValue>> = {
  'enterpriseConnection.domains': (_, nth) => [`moved-${nth}.example`],
  'enterpriseConnection.discoveryUrl': (_, nth) => `https://idp.example/discovery/${nth}`,
  'enterpriseConnection.authUrl': (_, nth) => `https://idp.example/authorize/${nth}`,
  'enterpriseConnection.tokenUrl': (_, nth) => `https://idp.example/token/${nth}`,
  'enterpriseConnection.userInfoUrl': (_, nth) => `https://idp.example/userinfo/${nth}`,
  'enterpriseConnection.idpSsoUrl': (_, nth) => `https://idp.example/sso/${nth}`,
  'enterpriseConnection.idpMetadataUrl': (_, nth) => `https://idp.example/metadata/${nth}`,
  'user.username': (_, nth) => `some.other.${nth}`,
  'domain.proxyUrl': (_, nth) => `https://proxy.example/${nth}`,
  'domain.name': (_, nth) => `renamed-${nth}.example`,
  'template.fromEmailName': (_, nth) => `hello${nth}`,
  'template.replyToEmailName': (_, nth) => `reply${nth}`,
  'oauthApplication.scopes': nextOf(['profile email', 'profile', 'email', 'profile public_metadata']),
};

/** Two of them may be called the same: what a colleague made alike keeps nobody from making theirs. */
export const namesakes: readonly EntityName[] = ['oauthApplication', 'machine', 'apiKey'];

/** What a new record is made with. */
type Creation = (mark: string, organizationId: string, connectionId: string) => JsonObject;
export const creations: Readonly<Partial<Record<EntityName, Creation>>> = {
  organization: (mark) => ({ name: `Made ${mark}`, slug: `made-${mark}` }),
  organizationDomain: (mark, organizationId) => ({
    organizationId,
    name: `made-${mark}.example`,
    enrollmentMode: 'automatic_suggestion',
  }),
  user: (mark) => ({ firstName: 'Made', lastName: mark, email: `made-${mark}@new.example` }),
  role: (mark) => ({
    key: `org:made_${mark}`,
    name: `Made ${mark}`,
    description: 'New here',
    permissionKeys: ['org:projects:read', 'org:reports:read'],
  }),
  enterpriseConnection: (mark) => ({
    name: `Made ${mark}`,
    provider: 'saml_okta',
    domains: [`made-${mark}.example`],
    idpEntityId: 'https://idp.example',
    idpSsoUrl: 'https://idp.example/sso',
  }),
  directory: (mark, _, enterpriseConnectionId) => ({
    name: `Made ${mark}`,
    provider: 'okta',
    enterpriseConnectionId,
  }),
  roleSet: (mark) => ({
    key: `role_set:made_${mark}`,
    name: `Made ${mark}`,
    description: 'New here',
    roleKeys: ['org:admin', 'org:member'],
    defaultRoleKey: 'org:member',
    creatorRoleKey: 'org:admin',
  }),
  permission: (mark) => ({ key: `org:made_${mark}:read`, name: `Made ${mark}`, description: 'New here' }),
  instanceInvitation: (mark) => ({ email: `made-${mark}@new.example`, expiresInDays: 7, notify: false }),
  invitation: (mark, organizationId) => ({
    organizationId,
    email: `made-${mark}@new.example`,
    role: 'org:member',
    expiresInDays: 7,
    redirectUrl: 'https://made.example/welcome',
    notify: false,
    publicMetadata: { tier: 'gold' },
  }),
  waitlistEntry: (mark) => ({ email: `made-${mark}@new.example` }),
  allowlistIdentifier: (mark) => ({ identifier: `*@made-${mark}.example` }),
  blocklistIdentifier: (mark) => ({ identifier: `made-${mark}@new.example` }),
  domain: (mark) => ({
    name: `made-${mark}.example`,
    isSatellite: true,
    proxyUrl: 'https://made.example/p',
  }),
  jwtTemplate: (mark) => ({ name: `made_${mark}`, lifetime: 90, claims: { plan: '{{user.id}}' } }),
  oauthApplication: (mark) => ({
    name: `Made ${mark}`,
    redirectUris: [`https://made.example/${mark}`],
    scopes: 'profile',
    pkceRequired: true,
  }),
  machine: (mark) => ({ name: `made-${mark}`, defaultTokenTtl: 60 }),
  apiKey: (mark, subject) => ({ subject, name: `made-${mark}`, scopes: ['read'], expiresInDays: 30 }),
  redirectUrl: (mark) => ({ url: `https://made.example/${mark}` }),
};

/** Another value for an editable field; undefined where only the record's own values fit, which acts make. */
export function otherOf(
  entity: EntityName,
  { path, kind, options }: (typeof editableFields)[EntityName][number],
): ((held: JsonValue, nth: number) => JsonValue) | undefined {
  if (fieldAt(entity, path)?.among !== undefined) return;
  return fitting[`${entity}.${path}`] ?? (options === undefined ? others[kind] : nextOf(options));
}

/** Whose fields can be edited. */
export const editable = [...entitiesOf('b2b'), ...askedEntities('b2b')].filter(
  (entity) => editableFields[entity].length > 0,
);

/** A record that can be edited: nothing of the service's own, and no admin. */
export async function subjectOf(
  { store, identity }: Pick<ReconcileRig, 'store' | 'identity'>,
  entity: EntityName,
  path = '',
): Promise<StoredRecord> {
  const [machine] = await store.list('machine', [], 1);
  if (modelOf(entity).listedBy !== undefined && machine !== undefined)
    await readListOf({ store, port: identity, now: Date.now }, entity, machine.id);
  const rows: readonly StoredRecord[] = await store.list(entity, []);
  const free = rows.find(
    (row) =>
      (fieldAt(entity, path)?.fits?.({ ...row }) ?? true) &&
      !(readField(row, 'key') as string | undefined)?.startsWith('org:sys_') &&
      readField(row, 'role') !== 'org:admin' &&
      readField(row, 'groupRoleMappingEnabled') !== false &&
      // What a directory manages is refused.
      !readField(row, 'directoryId') &&
      readField(row, 'key') !== 'org:admin',
  );
  if (free === undefined) throw new Error(`no ${entity} to edit`);
  return free;
}
