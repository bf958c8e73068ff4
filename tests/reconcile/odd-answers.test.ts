import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Altered } from '../support/mutator/mutating-proxy';
import { drafts } from './drafts';
import { throughProxy } from './through-proxy';

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const errors = [
  { code: 'resource_not_found', message: 'not found', long_message: 'There is no such thing.' },
];
const page = { text: '<!doctype html><h1>Done</h1>', headers: { 'content-type': 'text/html' } };

/** A rig behind a proxy, with members of one organization and somebody who is none of them. */
async function start() {
  const through = await throughProxy();
  const { store } = through.rig;
  const [organization] = await store.list('organization', [
    { field: 'maxAllowedMemberships', op: 'eq', value: 0 },
  ]);
  const all = await store.list('membership', [
    { field: 'organizationId', op: 'eq', value: organization?.id ?? '' },
  ]);
  const inside = new Set(all.map(({ userId }) => userId));
  const outsiders = (await store.list('user', [])).filter(({ id }) => !inside.has(id));
  if (organization === undefined) throw new Error('a world has organizations without a limit');
  return { ...through, organization, members: all.filter(({ role }) => role === 'org:member'), outsiders };
}

it('a deletion that is answered with what tells nothing of it is looked up, and sent once', async () => {
  const { rig, proxy, writes, members } = await start();
  const answers: readonly Altered[] = [
    { status: 200, text: '' },
    { status: 204, text: '' },
    { status: 200, ...page },
    { body: { object: 'organization_membership', id: 'orgmem_other', deleted: true } },
  ];
  for (const [at, answer] of answers.entries()) {
    const id = members[at]?.id ?? '';
    await rig.stage(drafts.remove('membership', id));
    proxy.alter = ({ method }) => (method === 'DELETE' ? answer : undefined);
    const plan = await rig.plan();
    const before = proxy.asked.length;
    expect(await rig.apply(plan)).toMatchObject({ value: { applied: 1, refused: 0, unknown: 0, left: 0 } });
    expect(writes()).toBe(at + 1);
    // A read before it is sent, and one behind.
    expect(proxy.asked.length - before).toBe(3);
    expect(await rig.open()).toEqual([]);
  }
});

it('what a deletion leaves there is not gone, whatever is answered', async () => {
  const { rig, proxy, writes, organization } = await start();
  const answers: readonly [Altered, string][] = [
    [{ status: 404, body: { errors } }, 'There is no such thing'],
    [
      { status: 200, body: { object: 'organization', id: organization.id, deleted: false } },
      'did not delete',
    ],
  ];
  for (const [at, [answer, says]] of answers.entries()) {
    await rig.stage(drafts.remove('organization', organization.id));
    proxy.block = ({ method }) => (method === 'DELETE' ? answer : undefined);
    expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 0, refused: 1, left: 0 });
    expect(writes()).toBe(at + 1);
    const open = await rig.open();
    expect(open).toMatchObject([{ state: 'refused', outcome: { message: expect.stringContaining(says) } }]);
    await rig.staging.withdraw(open.map(({ id }) => id));
    expect(await rig.store.get('organization', organization.id)).toMatchObject({ state: 'synced' });
  }
  // Where a read finds nothing either, it was somebody else.
  proxy.block = () => undefined;
  proxy.alter = ({ method }) => (method === 'DELETE' ? { status: 404, body: { errors } } : undefined);
  await rig.stage(drafts.remove('organization', organization.id));
  expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 1, refused: 0, left: 0 });
  expect(await rig.store.get('organization', organization.id)).toBeNull();
});

it('a write whose answer is cut off is looked up, and sent once, whatever its method', async () => {
  const { rig, proxy, organization, members, outsiders } = await start();
  for (const [at, cut] of (['length', 'chunks'] as const).entries()) {
    proxy.alter = ({ method }) => (method === 'GET' ? undefined : { cut });
    const member = members[at]?.id ?? '';
    const writes: Record<string, IntentDraft> = {
      PATCH: drafts.role(member, 'org:viewer'),
      PUT: drafts.organization(organization.id, 'logo', at === 0 ? pixel : pixel.replace('ggg', 'ggh')),
      POST: drafts.add(organization.id, outsiders[at]?.id ?? ''),
      DELETE: drafts.remove('membership', member),
    };
    for (const [method, draft] of Object.entries(writes)) {
      await rig.stage(draft);
      const done = { applied: 1, alreadySo: 0, refused: 0, unknown: 0, left: 0, conflicts: 0 };
      expect(await rig.reconcile(), `${method} ${cut}`).toMatchObject(done);
      const sent = proxy.asked.filter((asked) => asked.startsWith(method));
      expect(sent, `${method} ${cut}`).toHaveLength(at + 1);
    }
  }
  expect(await rig.open()).toEqual([]);
});

it('what a service writes in its own way is taken all the same, and goes back from there; what stands as before was not taken', async () => {
  const { rig, proxy } = await throughProxy();
  const [client] = await rig.store.list('oauthApplication', [], 1);
  if (client === undefined) throw new Error('a world has OAuth applications');
  const { id, name, scopes, redirectUris } = client;
  const edit = (field: string, value: JsonValue): IntentDraft => ({
    ...{ entity: 'oauthApplication', recordId: id },
    action: { verb: 'update', field, value },
  });
  /** Lists turned round, words too, addresses written out. */
  proxy.alter = ({ path, body }) => {
    const record = z.looseObject({ scopes: z.string(), redirect_uris: z.array(z.string()) }).safeParse(body);
    if (!path.endsWith(id) || !record.success) return undefined;
    const [words, uris] = [record.data.scopes.split(' '), record.data.redirect_uris];
    const redirect_uris = uris.map((uri) => (uri === 'https://two.example' ? `${uri}/` : uri)).reverse();
    return { body: { ...record.data, scopes: words.reverse().join(' '), redirect_uris } };
  };
  await rig.plan(...(await rig.stage(edit('name', 'Another one'))));
  await rig.stage(
    edit('scopes', 'profile email public_metadata'),
    edit('redirectUris', ['https://one.example/a', 'https://two.example']),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0, conflicts: 0 });
  expect(await rig.store.get('oauthApplication', id)).toMatchObject({
    ...{ scopes: 'public_metadata email profile' },
    redirectUris: ['https://two.example/', 'https://one.example/a'],
  });
  const { drafts: back } = inverseDrafts(await rig.store.intents({ states: ['applied'] }));
  await rig.stage(...back.map(({ draft }) => draft));
  expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0, conflicts: 0 });
  proxy.alter = () => undefined;
  const there = await rig.identity.fetchOne('oauthApplication', client);
  expect(there).toMatchObject({
    ok: true,
    value: { name, redirectUris: expect.arrayContaining([...redirectUris]) },
  });
  expect(there.ok && there.value?.scopes.split(' ').sort()).toEqual(scopes.split(' ').sort());
});

it('an answer that shows less than the service holds empties no row, and what was made is told whole', async () => {
  const { rig, proxy } = await throughProxy();
  const { stage, store, reconcile } = rig;
  const values = {
    ...{ name: 'Made', provider: 'saml_okta', domains: ['made.example'] },
    ...{ idpEntityId: 'https://idp.example', idpSsoUrl: 'https://idp.example/sso' },
  };
  // Optional, as the spec has it.
  proxy.alter = ({ method, path, body }) =>
    method === 'GET' || !path.startsWith('/enterprise_connections')
      ? undefined
      : { body: { ...(body as object), saml_connection: null, organization_id: null } };
  await stage({ entity: 'enterpriseConnection', action: { verb: 'create', values } });
  expect(await reconcile()).toMatchObject({ applied: 1 });
  const made = async () =>
    (await store.list('enterpriseConnection', [])).find(({ domains }) => domains.includes('made.example'));
  const row = await made();
  expect(row).toMatchObject(values);
  expect((await store.intents({ states: ['applied'] }))[0]?.outcome).toMatchObject({ code: 'applied' });
  await stage({
    ...{ entity: 'enterpriseConnection', recordId: row?.id },
    action: { verb: 'update', field: 'name', value: 'Renamed' },
  });
  expect(await reconcile()).toMatchObject({ applied: 1 });
  expect(await made()).toMatchObject({ ...values, name: 'Renamed' });
  const [set] = await store.list('roleSet', [], 1);
  const roleKeys = set?.roleKeys ?? [];
  expect(roleKeys.length).toBeGreaterThan(1);
  // The first of its roles only.
  proxy.alter = ({ method, body }) =>
    method === 'GET' ? undefined : { body: { ...(body as object), roles: rolesIn(body).slice(0, 1) } };
  await stage({
    ...{ entity: 'roleSet', recordId: set?.id },
    action: { verb: 'update', field: 'name', value: 'Renamed as well' },
  });
  expect(await reconcile()).toMatchObject({ applied: 1 });
  expect(await store.get('roleSet', set?.id as never)).toMatchObject({ roleKeys, name: 'Renamed as well' });
  for (const entity of ['enterpriseConnection', 'roleSet'] as const)
    expect(await store.history({ entity, source: 'remote', change: 'updated', limit: 1 })).toEqual([]);
  expect(proxy.asked.filter((asked) => !asked.startsWith('GET'))).toHaveLength(3);
});

it('a creation whose answer was lost is not sent again beside a namesake, where what the list holds besides cannot be read', async () => {
  const { rig, proxy } = await throughProxy();
  const [namesake] = await rig.store.list('enterpriseConnection', [], 1);
  const values = {
    ...{ name: namesake?.name ?? '', provider: 'saml_okta', domains: ['second.example'] },
    ...{ idpEntityId: 'https://idp.example', idpSsoUrl: 'https://idp.example/sso' },
  };
  const unreadable = (one: unknown): unknown =>
    JSON.stringify(one).includes('second.example') ? { ...(one as object), domains: 7 } : one;
  proxy.alter = ({ method, path, body }) => {
    if (!path.startsWith('/enterprise_connections')) return undefined;
    if (method !== 'GET') return { status: 200, text: '' };
    const { data, ...list } = z
      .object({ data: z.array(z.unknown()) })
      .loose()
      .parse(body);
    return { body: { ...list, data: data.map(unreadable) } };
  };
  await rig.stage({ entity: 'enterpriseConnection', action: { verb: 'create', values } });
  expect(await rig.reconcile()).toMatchObject({ applied: 0, conflicts: 0, unknown: 1 });
  proxy.alter = () => undefined;
  await rig.plan();
  expect(await rig.open()).toEqual([]);
  expect(proxy.asked.filter((asked) => !asked.startsWith('GET'))).toHaveLength(1);
});

const rolesIn = (body: unknown): readonly unknown[] =>
  z.object({ roles: z.array(z.unknown()) }).parse(body).roles;
