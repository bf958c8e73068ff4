import type { IntentDraft } from '@shared/domain/intent';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { startWorld } from '../sync/sync-rig';
import { drafts } from './drafts';
import { startReconcile } from './reconcile-rig';

const errors = [
  { code: 'resource_not_found', message: 'not found', long_message: 'There is no such thing.' },
];
const missing = { status: 404, body: { errors } };

/** A rig whose creations arrive and are answered by nothing that can be read, behind a proxy that hides lists on demand. */
async function start() {
  const world = await startWorld();
  const proxy = await startMutatingProxy(world.url);
  onTestFinished(() => proxy.close());
  const rig = await startReconcile({}, undefined, { url: proxy.url, apiKey: world.secretKey });
  const [organization] = await rig.store.list('organization', [
    { field: 'maxAllowedMemberships', op: 'eq', value: 0 },
  ]);
  if (organization === undefined) throw new Error('a world has organizations without a limit');
  const members = await rig.store.list('membership', [
    { field: 'organizationId', op: 'eq', value: organization.id },
  ]);
  const inside = new Set(members.map(({ userId }) => userId));
  const outsider = (await rig.store.list('user', [])).find(({ id }) => !inside.has(id));
  if (outsider === undefined) throw new Error('somebody is no member');
  const posts = () => proxy.asked.filter((asked) => asked.startsWith('POST')).length;
  return { rig, proxy, organization, outsider, posts };
}

const List = z.object({ data: z.array(z.looseObject({ id: z.string() })) });

type Started = Awaited<ReturnType<typeof start>>;

it.each<[string, (started: Started) => IntentDraft]>([
  ['member', ({ organization, outsider }) => drafts.add(organization.id, outsider.id)],
  ['invitation', ({ organization }) => drafts.invite(organization.id, 'somebody.new@elsewhere.example')],
  ['organization', () => drafts.create('new_hidden', { name: 'Hidden Ltd' })],
])(
  'a list that is not there says nothing about a new %s whose answer was lost: it stays unknown, and is sent once',
  async (_name, draft) => {
    const started = await start();
    const { rig, proxy, posts } = started;
    await rig.stage(draft(started));
    proxy.alter = ({ method, path, status }) => {
      if (method === 'POST') return { status: 502, text: 'the answer is lost' };
      const list = /\/(memberships|invitations|organizations)$/.test(path);
      return method === 'GET' && status === 200 && list ? missing : undefined;
    };
    expect(await rig.reconcile()).toMatchObject({ applied: 0, unknown: 1, refused: 0 });
    expect(await rig.reconcile()).toMatchObject({ applied: 0, unknown: 1, refused: 0 });
    expect(posts()).toBe(1);
    proxy.alter = () => undefined;
    // Found while the plan is made.
    await rig.plan();
    expect(await rig.open()).toEqual([]);
    expect(posts()).toBe(1);
  },
);

it.each([
  ['one read tells', 0],
  ['the third read tells', 2],
])('an answer that shows another value than the service took is no refusal: %s', async (_title, behind) => {
  const { rig, proxy, organization } = await start();
  await rig.stage(drafts.organization(organization.id, 'name', 'Taken Ltd'));
  let left = 0;
  proxy.alter = ({ method, path, body }) => {
    if (method === 'PATCH') left = behind + 1;
    if (path !== `/organizations/${organization.id}` || left === 0) return undefined;
    left -= 1;
    return { body: { ...(body as object), name: organization.name } };
  };
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0 });
  expect(await rig.open()).toEqual([]);
  expect(await rig.store.get('organization', organization.id)).toMatchObject({
    name: 'Taken Ltd',
    state: 'synced',
  });
  expect(proxy.asked.filter((asked) => asked.startsWith('PATCH'))).toHaveLength(1);
});

it('an answer about another record is taken for none: the other keeps its row and its history, and ours is looked up', async () => {
  const { rig, proxy, organization } = await start();
  const other = (await rig.store.list('organization', [])).find(({ id }) => id !== organization.id);
  const id = other?.id ?? '';
  const told = await rig.store.history({ recordIds: [id as never], limit: 100 });
  await rig.stage(drafts.organization(organization.id, 'name', 'Ours Ltd'));
  proxy.alter = ({ method, body }) =>
    method === 'PATCH' ? { body: { ...(body as object), id } } : undefined;
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0, unknown: 0, left: 0 });
  expect(proxy.asked.filter((asked) => asked.startsWith('PATCH'))).toHaveLength(1);
  expect(await rig.store.get('organization', organization.id)).toMatchObject({ name: 'Ours Ltd' });
  expect(await rig.store.get('organization', id as never)).toEqual(other);
  expect(await rig.store.history({ recordIds: [id as never], limit: 100 })).toEqual(told);
});

it('a creation that is answered with a record known before does not take that one over', async () => {
  const { rig, proxy, organization } = await start();
  await rig.stage({
    entity: 'organization',
    action: { verb: 'create', values: { name: 'New Ltd', slug: 'new-ltd' } },
  });
  proxy.alter = ({ method, body }) =>
    method === 'POST' ? { body: { ...(body as object), id: organization.id } } : undefined;
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0, unknown: 0, left: 0 });
  expect(proxy.asked.filter((asked) => asked.startsWith('POST'))).toHaveLength(1);
  expect(await rig.store.get('organization', organization.id)).toEqual(organization);
  const [made] = await rig.store.list('organization', [{ field: 'slug', op: 'eq', value: 'new-ltd' }]);
  expect(made).toMatchObject({ name: 'New Ltd', state: 'synced' });
});

it('what the service answered well and did not take is refused, as it stands there', async () => {
  const { rig, proxy, organization } = await start();
  await rig.stage(drafts.organization(organization.id, 'name', 'Not Taken Ltd'));
  proxy.block = ({ method }) => (method === 'PATCH' ? { status: 200, body: theirs } : undefined);
  const theirs = await (
    await fetch(`${rig.sandbox.url}/v1/organizations/${organization.id}`, {
      headers: { authorization: `Bearer ${rig.sandbox.secretKey}` },
    })
  ).json();
  expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1 });
  expect(await rig.open()).toMatchObject([{ state: 'refused', outcome: { code: 'not-taken' } }]);
});

it('a permission that a new role takes is looked for in pages as small as the service gives them', async () => {
  const { rig, proxy } = await start();
  const permissions = await rig.store.list('permission', []);
  expect(permissions.length).toBeGreaterThan(10);
  proxy.ask = (query, path) => {
    if (path === '/organization_permissions') query.set('limit', '4');
  };
  const permissionKeys = permissions.map(({ key }) => key);
  const values = { name: 'Narrow', key: 'org:narrow', description: '', permissionKeys };
  await rig.stage({ entity: 'role', action: { verb: 'create', values } });
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0 });
});

it.each(['waitlistEntry', 'blocklistIdentifier', 'organizationDomain'] as const)(
  'a list that counts more than it shows says of no %s that it is gone: nothing is closed, and nothing sent',
  async (entity) => {
    const { rig, proxy } = await start();
    const rows = await rig.store.list(entity, []);
    const one = rows.find((row) => !('status' in row) || row.status === 'pending');
    if (one === undefined) throw new Error('a world has some');
    await rig.stage(drafts.remove(entity, one.id));
    proxy.alter = ({ method, body }) => {
      const { data = [] } = List.safeParse(body).data ?? {};
      const shown = data.filter(({ id }) => id !== one.id);
      return method !== 'GET' || shown.length === data.length
        ? undefined
        : { body: { data: shown, total_count: data.length } };
    };
    expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 0 });
    expect(proxy.asked.filter((asked) => !asked.startsWith('GET'))).toEqual([]);
    expect(await rig.open()).toHaveLength(1);
    proxy.alter = () => undefined;
    expect(await rig.reconcile()).toMatchObject({ applied: 1, alreadySo: 0 });
  },
);
