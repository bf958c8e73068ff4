import { expect, test } from 'vitest';
import type { Altered } from '../support/mutator/mutating-proxy';
import { startProxied } from './proxied-rig';
import { stageRole, storedState } from './stored-state';
import { beginSync, type SyncRig, sweepOnce, until } from './sync-rig';

type Wire = Readonly<Record<string, unknown>>;
type List = { readonly data: readonly Wire[]; readonly total_count: number };

/** The list with one of its records changed. */
function oddOne(body: unknown, change: Wire | null): Altered {
  const odd = (record: Wire): Wire => ({ ...record, ...change });
  if (Array.isArray(body)) return { body: body.map((record, index) => (index === 1 ? odd(record) : record)) };
  const list = body as List;
  return { body: { ...list, data: list.data.map((record, index) => (index === 1 ? odd(record) : record)) } };
}

const collectionOf = (rig: SyncRig, entity: string) =>
  rig.sync.status().collections.find((one) => one.entity === entity);

test.each([
  ['organization', '/organizations', { slug: null }],
  ['organization', '/organizations', { name: null, image_url: null, max_allowed_memberships: null }],
  ['user', '/users', { phone_numbers: null, email_addresses: null, banned: null }],
  ['user', '/users', { scim: { directory_id: 7 }, external_accounts: 'none' }],
  ['role', '/organization_roles', { permissions: null, description: null }],
  ['membership', '/organization_memberships', { public_metadata: null, created_at: null, permissions: null }],
  ['invitation', '/organization_invitations', { organization_id: null, inviter_id: null, status: null }],
  ['settings', '/instance/organization_settings', { domains_enrollment_modes: null }],
] as const)('a %s of %s with %j is read: what is null is not set', async (entity, path, change) => {
  const { rig, proxy } = await startProxied();
  proxy.alter = (passing) =>
    passing.path === path && passing.status === 200
      ? entity === 'settings'
        ? { body: { ...(passing.body as Wire), ...change } }
        : oddOne(passing.body, change)
      : undefined;
  await rig.sweep();
  expect(collectionOf(rig, entity)).toMatchObject({ failure: null, phase: 'done', unreadCount: 0 });
  expect(await rig.store.count(entity)).toBe(collectionOf(rig, entity)?.total);
});

test.each([
  ['organization', '/organizations', { slug: 7 }, 'slug'],
  ['user', '/users', { email_addresses: [{ email_address: 5 }] }, 'email_addresses.0.email_address'],
  ['membership', '/organization_memberships', { public_user_data: null }, 'public_user_data'],
  [
    'invitation',
    '/organization_invitations',
    { organization_id: null, public_organization_data: null },
    'organization_id',
  ],
  ['role', '/organization_roles', { key: null }, 'key'],
  ['organization', '/organizations', { max_allowed_memberships: 2.5 }, 'max_allowed_memberships'],
  ['organization', '/organizations', { created_at: 1e300 }, 'created_at'],
] as const)(
  'one odd %s of %s (%j) is kept aside and named, never deleted',
  async (entity, path, change, at) => {
    const { rig, proxy } = await startProxied();
    await rig.sweep();
    const before = await storedState(rig.store);
    let id: unknown;
    proxy.alter = (passing) => {
      if (passing.path !== path || passing.status !== 200) return undefined;
      const list = Array.isArray(passing.body) ? (passing.body as Wire[]) : (passing.body as List).data;
      id = list[1]?.id ?? id;
      return oddOne(passing.body, change);
    };
    await rig.sweep();
    expect(await storedState(rig.store)).toEqual(before);
    expect(collectionOf(rig, entity)).toMatchObject({
      phase: 'done',
      failure: null,
      unreadCount: 1,
      unread: [{ id, path: at }],
    });
  },
);

test.each([1_300, 10_000])(
  'a record that nests %d levels is kept aside and named, in a list and alone; the rest is copied',
  async (levels) => {
    const { rig, proxy } = await startProxied();
    const deep = `{"a":${'['.repeat(levels)}1${']'.repeat(levels)}}`;
    let id = '';
    proxy.alter = ({ path, status, body }) => {
      if (path !== '/organizations' || status !== 200) return undefined;
      const list = body as List;
      id = String(list.data[1]?.id ?? id);
      const data = list.data.map((record) =>
        record.id === id ? { ...record, public_metadata: '$deep' } : record,
      );
      return { text: JSON.stringify({ ...list, data }).replaceAll('"$deep"', deep) };
    };
    await rig.sweep();
    const told = collectionOf(rig, 'organization');
    expect(told).toMatchObject({
      phase: 'done',
      failure: null,
      unreadCount: 1,
      unread: [{ id, path: 'public_metadata', why: 'nests deeper than 1,200 levels' }],
    });
    expect(await rig.store.count('organization')).toBe((told?.total ?? 0) - 1);
    expect(await rig.store.count('membership')).toBe(collectionOf(rig, 'membership')?.total);
  },
);

test('records without an id are counted, and the others copied', async () => {
  const { rig, proxy } = await startProxied();
  proxy.alter = (passing) =>
    passing.path === '/organizations' && passing.status === 200
      ? oddOne(passing.body, { id: null })
      : undefined;
  await rig.sweep();
  const told = collectionOf(rig, 'organization');
  expect(told).toMatchObject({ failure: null, unreadCount: 1, unread: [{ path: 'id' }] });
  expect(await rig.store.count('organization')).toBe((told?.total ?? 0) - 1);
});

test('what was kept aside is told after a restart, and is a row as soon as it can be read', async () => {
  const { rig, proxy } = await startProxied();
  proxy.alter = (passing) =>
    passing.path === '/organization_memberships' && passing.status === 200
      ? oddOne(passing.body, { public_user_data: null })
      : undefined;
  await rig.sweep();
  const all = collectionOf(rig, 'membership')?.total ?? 0;
  expect(await rig.store.count('membership')).toBe(all - 1);
  proxy.alter = () => undefined;
  const again = beginSync({ store: rig.store, port: rig.identity });
  await until(again, ({ collections }) => collections.some(({ unreadCount }) => unreadCount === 1));
  await sweepOnce(again);
  expect(await rig.store.count('membership')).toBe(all);
  expect(again.status().collections.every(({ unreadCount }) => unreadCount === 0)).toBe(true);
});

test('a filter that is not heeded, and a list that is missing, delete no membership', async () => {
  const { rig, proxy } = await startProxied();
  await rig.sweep();
  await stageRole(rig.store);
  const before = await storedState(rig.store);
  const [left] = await rig.store.list('membership', [], 1);
  const hideOne = (body: unknown): Altered => {
    const list = body as List;
    const data = list.data.filter(({ id }) => id !== left?.id);
    return { body: { data, total_count: list.total_count - 1 } };
  };
  // The list of the whole instance leaves one out; the way to one membership answers as told.
  const lists = [(query: URLSearchParams) => query.delete('user_id'), () => undefined] as const;
  for (const [index, ask] of lists.entries()) {
    proxy.ask = (query, path) => {
      if (/^\/organizations\/[^/]+\/memberships$/.test(path)) ask(query);
    };
    proxy.alter = (passing) => {
      if (passing.path === '/organization_memberships') return hideOne(passing.body);
      if (index === 1 && /^\/organizations\/[^/]+\/memberships$/.test(passing.path)) {
        const errors = [{ code: 'resource_not_found', message: 'not found', long_message: 'not found' }];
        return { status: 404, body: { errors } };
      }
      return undefined;
    };
    await rig.sweep();
    expect(await storedState(rig.store)).toEqual(before);
  }
  // Where the service itself says so, it goes.
  proxy.ask = () => undefined;
  proxy.alter = (passing) => {
    if (passing.path === '/organization_memberships') return hideOne(passing.body);
    if (!/^\/organizations\/[^/]+\/memberships$/.test(passing.path)) return undefined;
    return { body: { data: [], total_count: 0 } };
  };
  await rig.sweep();
  expect(await rig.store.get('membership', String(left?.id) as never)).toBeNull();
});

test('a list of nothing but odd records deletes nothing, and is no failure of the others', async () => {
  const { rig, proxy } = await startProxied();
  await rig.sweep();
  const before = await storedState(rig.store);
  proxy.alter = (passing) => {
    if (!passing.path.includes('memberships') || passing.status !== 200) return undefined;
    const list = passing.body as List;
    return { body: { ...list, data: list.data.map((record) => ({ ...record, organization: null })) } };
  };
  await rig.sweep();
  expect(await storedState(rig.store)).toEqual(before);
  const told = collectionOf(rig, 'membership');
  expect(told?.unreadCount).toBe(told?.total);
  expect(told?.unread).toHaveLength(20);
});
