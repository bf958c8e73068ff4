import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type MutatingProxy, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { storedState } from './stored-state';
import { beginSync, type SyncRig, startRig, startWorld, sweepOnce, until } from './sync-rig';

type Wire = Readonly<Record<string, unknown>>;
type Lie = (proxy: MutatingProxy, list: string) => void;

const lists = { user: '/users', membership: '/organization_memberships', organization: '/organizations' };
type Listed = keyof typeof lists;

async function startProxied() {
  const sandbox = await startWorld({ scale: 0.15 });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  const rig = await startRig({ scale: 0.02 }, { url: proxy.url, apiKey: sandbox.secretKey });
  const held = Object.values((await sandbox.control.state()).rows)[0];
  const holds = { user: held?.users, membership: held?.memberships, organization: held?.organizations };
  return { rig, proxy, holds, sandbox };
}

const recordsOf = (body: unknown): readonly Wire[] =>
  Array.isArray(body) ? (body as Wire[]) : (body as { data: Wire[] }).data;
const withRecords = (body: unknown, data: readonly Wire[]): unknown =>
  Array.isArray(body) ? data : { ...(body as Wire), data };

/** Fewer at once than asked for. */
const capped =
  (cap: number): Lie =>
  (proxy, list) => {
    proxy.ask = (query, path) => {
      if (path === list && Number(query.get('limit')) > cap) query.set('limit', String(cap));
    };
  };

/** Records of equal rank come in another order for each request; all here are equal. */
const unstable: Lie = (proxy, list) => {
  const pages = new WeakMap<URLSearchParams, { readonly offset: number; readonly limit: number }>();
  proxy.ask = (query, path) => {
    if (path !== list || query.has('starting_after')) return;
    pages.set(query, { offset: Number(query.get('offset')), limit: Number(query.get('limit')) });
    query.set('offset', '0');
    query.set('limit', '500');
  };
  proxy.alter = ({ path, query, status, body }) => {
    const asked = pages.get(query);
    if (path !== list || status !== 200 || asked === undefined) return undefined;
    const rank = ({ id }: Wire): string =>
      createHash('sha1').update(`${id}/${asked.offset}/${asked.limit}`).digest('hex');
    const shuffled = [...recordsOf(body)].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    return { body: withRecords(body, shuffled.slice(asked.offset, asked.offset + asked.limit)) };
  };
};

/** Offsets count as whole pages only. */
const rounded: Lie = (proxy, list) => {
  capped(60)(proxy, list);
  const cap = proxy.ask;
  proxy.ask = (query, path) => {
    cap(query, path);
    if (path !== list || query.has('starting_after')) return;
    const limit = Number(query.get('limit'));
    query.set('offset', String(Math.floor(Number(query.get('offset')) / limit) * limit));
  };
};

/** Counts fewer than it shows. */
const undercounted: Lie = (proxy, list) => {
  proxy.ask = (query, path) => {
    if (path === list && Number(query.get('limit')) > 150) query.set('limit', '150');
  };
  proxy.alter = ({ path, status, body }) =>
    path === list && status === 200 && !Array.isArray(body)
      ? { body: { ...(body as Wire), total_count: 3 } }
      : undefined;
};

const cursorIgnored: Lie = (proxy, list) => {
  capped(60)(proxy, list);
  const cap = proxy.ask;
  proxy.ask = (query, path) => {
    cap(query, path);
    if (path === list) query.delete('starting_after');
  };
};

/** The first record of each page is in it twice, and whether more comes (which no spec of it knows) is said the other way round. */
const doubled: Lie = (proxy, list) => {
  capped(60)(proxy, list);
  proxy.alter = ({ path, status, body }) => {
    if (path !== list || status !== 200) return undefined;
    const records = recordsOf(body);
    const told = withRecords(body, [...records, ...records.slice(0, 1)]);
    return { body: Array.isArray(told) ? told : { ...(told as Wire), has_more: records.length === 0 } };
  };
};

/** Each page begins with the record that the one before ended with. */
const overlapping: Lie = (proxy, list) => {
  capped(60)(proxy, list);
  const cap = proxy.ask;
  const shown = new Map<string, Wire>();
  proxy.ask = (query, path) => {
    cap(query, path);
    if (path === list) query.set('offset', String(Math.max(0, Number(query.get('offset')) - 1)));
  };
  proxy.alter = ({ path, query, status, body }) => {
    if (path !== list || status !== 200) return undefined;
    const records = recordsOf(body);
    for (const record of records) shown.set(String(record.id), record);
    const before = shown.get(query.get('starting_after') ?? '');
    return before && { body: withRecords(body, [before, ...records]) };
  };
};

async function expectWhole(rig: SyncRig, entity: Listed, count: number | undefined) {
  const told = rig.sync.status().collections.find((one) => one.entity === entity);
  expect(told).toMatchObject({ phase: 'done', failure: null, total: count, done: count });
  expect(await rig.store.count(entity)).toBe(count);
}

test.each([
  ['user', 'in pages of 100 for 500 asked', capped(100)],
  ['user', 'in pages of 7', capped(7)],
  ['user', 'without heeding the cursor', cursorIgnored],
  ['membership', 'in pages of 100 for 500 asked', capped(100)],
  ['membership', 'in pages of 7', capped(7)],
  ['membership', 'with offsets rounded to whole pages', rounded],
  ['membership', 'and counts fewer than it shows', undercounted],
  ['organization', 'in pages of 1', capped(1)],
  ['membership', 'with the last of each page on the next again', overlapping],
] as const)('every %s is copied from a service that lists them %s', async (entity, _title, lie) => {
  const { rig, proxy, holds } = await startProxied();
  lie(proxy, lists[entity]);
  await rig.sweep();
  await expectWhole(rig, entity, holds[entity]);
  const before = await storedState(rig.store);
  await rig.sweep();
  expect(await storedState(rig.store)).toEqual(before);
});

test.each([
  ['membership', 'capped', capped(100), 90],
  ['user', 'with a record twice in each page', doubled, 50],
] as const)('a list of every %s %s costs no more passes than another', async (entity, _title, lie, step) => {
  const { rig, proxy, holds } = await startProxied();
  lie(proxy, lists[entity]);
  await rig.sweep();
  await expectWhole(rig, entity, holds[entity]);
  const walks = proxy.asked.filter((asked) => asked.includes(`${lists[entity]}?`));
  expect(walks.length).toBeLessThan(Math.ceil((holds[entity] ?? 0) / step) + 6);
});

test('a list without one order among equals is walked until all that is counted was seen', async () => {
  const sandbox = await startWorld({ scale: 0.05 });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  const rig = await startRig({ scale: 0.02 }, { url: proxy.url, apiKey: sandbox.secretKey });
  const count = Object.values((await sandbox.control.state()).rows)[0]?.memberships ?? 0;
  expect(count).toBeGreaterThan(250);
  expect(count).toBeLessThanOrEqual(500);
  unstable(proxy, lists.membership);
  // Pages of 60, so that there are borders at which records are lost.
  const shuffle = proxy.ask;
  proxy.ask = (query, path) => {
    if (path === lists.membership) query.set('limit', String(Math.min(60, Number(query.get('limit')))));
    shuffle(query, path);
  };
  await rig.sweep();
  expect(await rig.store.count('membership')).toBe(count);
});

test.each(['user', 'membership'] as const)(
  'a service that counts more of every %s than it lists: incomplete, said, and whole once it lists them',
  async (entity) => {
    const { rig, proxy, holds, sandbox } = await startProxied();
    const count = holds[entity] ?? 0;
    const list = lists[entity];
    proxy.alter = ({ path, status, body }) => {
      if (path !== list || status !== 200) return undefined;
      const kept = recordsOf(body).filter(({ id }) => Number.parseInt(hashOf(id), 16) % 3 !== 0);
      return { body: withRecords(body, kept) };
    };
    rig.sync.start();
    const { freshness } = await until(rig.sync, (status) => status.freshness.kind === 'failed');
    expect(freshness).toMatchObject({ kind: 'failed', asOf: 0, failure: { code: 'incomplete' } });
    const copied = await rig.store.count(entity);
    expect(copied).toBeLessThan(count);
    const told = rig.sync.status().collections.find((one) => one.entity === entity);
    expect(told).toMatchObject({ phase: 'failed', failure: { code: 'incomplete' }, total: count });
    expect(told?.failure?.message).toContain(`It counts ${count.toLocaleString('en')} and shows ${copied}.`);

    // After a restart as well; and the rest of the sweep need not be walked again.
    const again = beginSync({ store: rig.store, port: rig.identity });
    await again.restored;
    expect(again.status().collections.find((one) => one.entity === entity)).toMatchObject({
      phase: 'failed',
      failure: { code: 'incomplete' },
    });
    proxy.alter = () => undefined;
    await sweepOnce(again);
    expect(await rig.store.count(entity)).toBe(count);
    expect(again.status().collections.every(({ failure }) => failure === null)).toBe(true);
    expect(sandbox.url).not.toBe(proxy.url);
  },
);

test('a list in which neither cursor nor offset is heeded ends, as incomplete', async () => {
  const { rig, proxy } = await startProxied();
  proxy.ask = (query, path) => {
    if (path !== '/users') return;
    query.delete('starting_after');
    query.set('offset', '0');
    query.set('limit', '50');
  };
  rig.sync.start();
  const { freshness } = await until(rig.sync, (status) => status.freshness.kind === 'failed');
  expect(freshness).toMatchObject({ failure: { code: 'incomplete' } });
  expect(proxy.asked.filter((asked) => asked.startsWith('GET /users?')).length).toBeLessThan(80);
});

test('people who sign up during the walk make no copy incomplete', async () => {
  const { rig, proxy, sandbox } = await startProxied();
  let made = 0;
  const { alter } = proxy;
  proxy.alter = (passing) => {
    if (passing.path === '/users' && made < 200) {
      made += 3;
      void sandbox.control.edit(
        [1, 2, 3].map((each) => ({
          call: {
            method: 'POST',
            path: '/users',
            body: { email_address: [`new${made}.${each}@example.com`] },
          },
        })),
      );
    }
    return alter(passing);
  };
  capped(40)(proxy, '/users');
  await rig.sweep();
  expect(rig.sync.status().collections.every(({ failure }) => failure === null)).toBe(true);
});

function hashOf(id: unknown): string {
  return createHash('sha1').update(String(id)).digest('hex').slice(0, 8);
}

test('a service that counts fewer than it lists costs one walk once that was seen steady, and it is said', async () => {
  const { rig, proxy, holds } = await startProxied();
  const less: Lie = (into, list) => {
    into.alter = ({ path, status, body }) =>
      path === list && status === 200 && !Array.isArray(body)
        ? { body: { ...(body as Wire), total_count: Number((body as Wire).total_count) - 7 } }
        : undefined;
  };
  const calls = async (): Promise<number> => {
    const before = proxy.asked.length;
    await rig.sweep();
    const since = proxy.asked.slice(before);
    return since.filter((asked) => asked.includes(`${lists.membership}?`)).length;
  };
  await rig.sweep();
  const honest = await calls();
  less(proxy, lists.membership);
  expect(await calls()).toBeLessThanOrEqual(2 * (honest + 3));
  // What is found past the count costs a page or two, and no walk.
  expect(await calls()).toBeLessThanOrEqual(honest + 3);
  const told = () => rig.sync.status().collections.find((one) => one.entity === 'membership');
  expect(told()).toMatchObject({ phase: 'done', failure: null, total: holds.membership, uncounted: 7 });
  proxy.alter = () => undefined;
  await rig.sweep();
  expect(await calls()).toBe(honest);
  expect(told()).toMatchObject({ uncounted: 0 });
});
