import type { RemoteCall } from '@main/identity/identity-port';
import { readListOf } from '@main/sync/read-list-of';
import { editableFields } from '@shared/domain/editable-fields';
import { askedEntities, EntityName, entitiesOf, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { provisionalId } from '@shared/domain/ids';
import { isJsonArray, type JsonObject, type JsonValue, jsonEqual } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { expect, it, vi } from 'vitest';
import type { ReconcileRig } from './reconcile-rig';
import { throughProxy } from './through-proxy';

vi.setConfig({ testTimeout: 120_000 });

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
  'domain.proxyUrl': (_, nth) => `https://proxy.example/${nth}`,
  'domain.name': (_, nth) => `renamed-${nth}.example`,
  'template.fromEmailName': (_, nth) => `hello${nth}`,
  'template.replyToEmailName': (_, nth) => `reply${nth}`,
  'oauthApplication.scopes': nextOf(['profile email', 'profile', 'email', 'profile public_metadata']),
};

/** Two of them may be called the same: what a colleague made alike keeps nobody from making theirs. */
const namesakes: readonly EntityName[] = ['oauthApplication', 'machine', 'apiKey'];

/** What a new record is made with. */
type Creation = (mark: string, organizationId: string, connectionId: string) => JsonObject;
const creations: Readonly<Partial<Record<EntityName, Creation>>> = {
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
  waitlistEntry: (mark) => ({ email: `made-${mark}@new.example` }),
  allowlistIdentifier: (mark) => ({ identifier: `*@made-${mark}.example` }),
  blocklistIdentifier: (mark) => ({ identifier: `made-${mark}@new.example` }),
  domain: (mark) => ({ name: `made-${mark}.example`, proxyUrl: 'https://made.example/p' }),
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

type Started = Awaited<ReturnType<typeof throughProxy>>;

/** A record that can be edited: nothing of the service's own, and no admin. */
async function subject({ store, identity }: ReconcileRig, entity: EntityName): Promise<StoredRecord> {
  const [machine] = await store.list('machine', [], 1);
  if (modelOf(entity).listedBy !== undefined && machine !== undefined)
    await readListOf({ store, port: identity, now: Date.now }, entity, machine.id);
  const rows: readonly StoredRecord[] = await store.list(entity, []);
  const free = rows.find(
    (row) =>
      !(readField(row, 'key') as string | undefined)?.startsWith('org:sys_') &&
      readField(row, 'role') !== 'org:admin' &&
      readField(row, 'groupRoleMappingEnabled') !== false &&
      readField(row, 'key') !== 'org:admin',
  );
  if (free === undefined) throw new Error(`no ${entity} to edit`);
  return free;
}

const heldBy = async ({ store }: ReconcileRig, entity: EntityName, row: StoredRecord, field: string) =>
  readField((await store.get(entity, row.id)) ?? {}, field) ?? null;

async function edit(
  { rig, colleague, writes, loseAnswers, heal }: Started,
  entity: EntityName,
  row: StoredRecord,
  field: string,
  other: (held: JsonValue, nth: number) => JsonValue,
) {
  const held = () => heldBy(rig, entity, row, field);
  const stage = async (value: JsonValue) =>
    rig.stage({ entity, recordId: row.id, action: { verb: 'update', field, value } });
  const first = other(await held(), 0);
  await stage(first);
  expect(await rig.reconcile(), `${entity}.${field}`).toMatchObject({ applied: 1 });
  expect(await held()).toEqual(first);

  // Its answer is lost: looked up, and not sent again.
  const second = other(first, 1);
  await stage(second);
  const before = writes();
  loseAnswers();
  await rig.reconcile();
  heal();
  await rig.plan();
  expect(await rig.open(), `${entity}.${field}, lost`).toEqual([]);
  expect(writes()).toBe(before + 1);

  // A colleague was there first: nothing is sent before somebody chose.
  if (jsonEqual(other(second, 0), second)) return;
  await stage(other(second, 0));
  const theirs = entity === 'role' && field === 'permissionKeys' ? [] : other(second, 2);
  if (jsonEqual(theirs, second) || jsonEqual(theirs, other(second, 0)))
    return void (await rig.staging.undo());
  const record = await rig.store.get(entity, row.id);
  const call: RemoteCall = { verb: 'update', entity, record: record ?? row, field, value: theirs };
  expect(await colleague.send(call), `${entity}.${field}, a colleague`).toMatchObject({ ok: true });
  const plan = await rig.plan();
  expect(
    plan.steps.map(({ verdict }) => verdict),
    `${entity}.${field}, met`,
  ).toEqual(['conflict']);
  for (const { intentId } of plan.steps) await rig.staging.withdraw([intentId]);
}

const editable = [...entitiesOf('b2b'), ...askedEntities('b2b')].filter(
  (entity) => editableFields[entity].length > 0,
);

it.each(editable)(
  'every field of a %s: set, set with its answer lost, and met by a colleague',
  async (entity) => {
    const started = await throughProxy();
    const row = await subject(started.rig, entity);
    for (const { path, kind, options } of editableFields[entity]) {
      const other = fitting[`${entity}.${path}`] ?? (options === undefined ? others[kind] : nextOf(options));
      // What is one of the record's own values is chosen in `acts.test.ts`.
      if (other !== undefined && fieldAt(entity, path)?.among === undefined)
        await edit(started, entity, row, path, other);
    }
  },
);

it.each(EntityName.options.filter((entity) => creations[entity] !== undefined))(
  'a %s: made, made with its answer lost, undone, and taken by a colleague',
  async (entity) => {
    const { rig, colleague, writes, loseAnswers, heal } = await throughProxy();
    const [home] = await rig.store.list('organization', [], 1);
    // A connection has one directory.
    const served = new Set((await rig.store.list('directory', [])).map((row) => row.enterpriseConnectionId));
    const free = (await rig.store.list('enterpriseConnection', [])).filter(({ id }) => !served.has(id));
    // The third is staged and withdrawn: its place is the fourth's.
    const places: Readonly<Record<string, number>> = { one: 0, two: 1, three: 2, four: 2 };
    const values = (mark: string) =>
      creations[entity]?.(mark, home?.id ?? '', free[places[mark] ?? 0]?.id ?? '') ?? {};
    /** Without what a creation says and no record shows. */
    const shown = (given: JsonObject): JsonObject =>
      Object.fromEntries(Object.entries(given).filter(([field]) => !modelOf(entity).said?.[field]));
    const make = (mark: string) =>
      rig.stage({ entity, recordId: provisionalId(mark), action: { verb: 'create', values: values(mark) } });
    await make('one');
    expect(await rig.reconcile()).toMatchObject({ applied: 1 });
    const named = async (mark: string) =>
      (await rig.store.list(entity, [])).filter((row) =>
        Object.entries(shown(values(mark))).every(([field, value]) =>
          jsonEqual(readField(row, field) ?? null, value),
        ),
      );
    expect(await named('one')).toMatchObject([{ ...shown(values('one')), state: 'synced' }]);

    await make('two');
    const before = writes();
    loseAnswers();
    await rig.reconcile();
    heal();
    await rig.plan();
    expect(await rig.open()).toEqual([]);
    expect(writes()).toBe(before + 1);
    expect(await named('two')).toHaveLength(1);

    await make('three');
    await rig.staging.undo();
    expect(await rig.open()).toEqual([]);
    expect(await named('three')).toEqual([]);

    await make('four');
    expect(await colleague.send({ verb: 'create', entity, values: values('four') })).toMatchObject({
      ok: true,
    });
    // Where both mean the same, the wish is fulfilled; else it is refused, and stays.
    const { shared } = rulesOf(entity);
    const goes = shared || namesakes.includes(entity);
    const { applied, alreadySo, refused } = await rig.reconcile();
    expect({ met: applied + alreadySo, refused }).toEqual({ met: goes ? 1 : 0, refused: goes ? 0 : 1 });
    expect(await rig.open()).toHaveLength(goes ? 0 : 1);
    if (shared) expect(await named('four')).toHaveLength(1);

    // What stands already is not staged again.
    if (rulesOf(entity).mark !== undefined) await expect(make('one')).rejects.toThrow('already');

    // What was made can be deleted, once, whatever becomes of the answer.
    if (rulesOf(entity).remove === undefined) return;
    for (const intent of await rig.open()) await rig.staging.withdraw([intent.id]);
    const [made] = await named('one');
    if (made === undefined) throw new Error('it was made');
    await rig.stage({ entity, recordId: made.id, action: { verb: 'delete' } });
    const sent = writes();
    loseAnswers();
    await rig.reconcile();
    heal();
    await rig.plan();
    expect(await rig.open()).toEqual([]);
    expect(writes()).toBe(sent + 1);
    expect(await named('one')).toEqual([]);
  },
);
