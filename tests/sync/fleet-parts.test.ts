import { createIdentity } from '@main/identity/create-identity';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { Application } from '@shared/domain/records/record-map';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { type Passing, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { beginSync, openTempStore, sweepOnce } from './sync-rig';

async function startFleet() {
  const sandbox = await startSandbox({ world: 'campus', seed: 3, scale: 0.02 });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(async () => {
    await proxy.close();
    await sandbox.close();
  });
  const identity = createIdentity({
    url: proxy.url,
    apiKey: sandbox.platformToken,
    scenario: 'platforms',
    fetch,
    now: Date.now,
    requestsPer10s: 100_000,
  });
  const store = await openTempStore(await temporaryFolder());
  const sync = beginSync({ store, port: identity, entities: ['settings', 'application'] });
  const rows = async (): Promise<readonly Application[]> =>
    (await store.list('application', [])).map(({ sync: _sync, ...row }) => row as Application);
  const told = () => sync.status().collections.find(({ entity }) => entity === 'application');
  return { sandbox, proxy, identity, store, sync, rows, told };
}

const refuse = (status: number) => ({
  status,
  body: { errors: [{ code: 'no', message: 'no', long_message: 'Not this one.' }] },
});

test.each([
  ['/status', 404],
  ['/status', 403],
  ['/domains', 404],
  ['/domains', 410],
  ['/config', 404],
  ['/config', 403],
  ['/config', 402],
] as const)(
  'what ends in %s answers %i for every application: none of them is gone or changed',
  async (end, status) => {
    const { proxy, store, sync, rows, told } = await startFleet();
    await sweepOnce(sync);
    const before = await rows();
    expect(before.length).toBeGreaterThan(20);
    proxy.alter = ({ path }) => (path.endsWith(end) ? refuse(status) : undefined);
    await sweepOnce(sync);
    expect(await rows()).toEqual(before);
    expect(await store.history({ limit: 5 })).toEqual([]);
    expect(told()).toMatchObject({ phase: 'done', failure: null, deleted: 0 });
    expect(told()?.unreadCount).toBeGreaterThan(0);
  },
);

test('a config that may not be read marks its application, and the rest syncs, from the first sweep on', async () => {
  const { proxy, sync, rows, told } = await startFleet();
  let closed = '';
  const isClosed = ({ path }: Passing): boolean =>
    path === `/platform/applications/${closed}` ||
    path.startsWith(`/platform/applications/${closed}/instances`);
  proxy.alter = (passing) => {
    if (passing.path === '/platform/applications') {
      closed = (passing.body as { application_id: string }[])[4]?.application_id ?? '';
    }
    return closed !== '' && isClosed(passing) ? refuse(403) : undefined;
  };
  await sweepOnce(sync);
  const first = await rows();
  expect(first.filter(({ config }) => Object.keys(config).length === 0).map(({ id }) => id)).toEqual([
    closed,
  ]);
  expect(sync.status().freshness.kind).toBe('synced');
  expect(told()).toMatchObject({
    unreadCount: 1,
    unread: [
      {
        id: closed,
        path: expect.stringMatching(`^/platform/applications/${closed}/instances/.*/config$`),
        why: 'forbidden (403)',
      },
    ],
  });
  proxy.alter = () => undefined;
  await sweepOnce(sync);
  expect(told()?.unreadCount).toBe(0);
  expect((await rows()).every(({ config }) => Object.keys(config).length > 0)).toBe(true);
});

test('a config that may not be read is no empty one for whoever is about to write it', async () => {
  const { proxy, identity, store, sync } = await startFleet();
  await sweepOnce(sync);
  const [row] = await store.list('application', [], 1);
  if (row === undefined) throw new Error('the fleet has applications');
  proxy.alter = ({ path }) => (path.endsWith('/config') ? refuse(403) : undefined);
  expect(await identity.fetchOne('application', row)).toMatchObject({
    ok: false,
    failure: { kind: 'forbidden' },
  });
  proxy.alter = ({ path }) => (path.endsWith('/domains') ? refuse(404) : undefined);
  expect(await identity.fetchOne('application', row)).toMatchObject({
    ok: true,
    value: { domain: row.domain, dns: row.dns, config: row.config },
  });
});

test('only its own address says that an application is gone', async () => {
  const { proxy, store, sync, rows } = await startFleet();
  await sweepOnce(sync);
  const [gone] = await rows();
  proxy.alter = ({ path, body }) => {
    if (path === '/platform/applications') {
      return {
        body: (body as { application_id: string }[]).filter((one) => one.application_id !== gone?.id),
      };
    }
    return path === `/platform/applications/${gone?.id}` ? refuse(404) : undefined;
  };
  await sweepOnce(sync);
  expect((await rows()).some(({ id }) => id === gone?.id)).toBe(false);
  expect(await store.history({ limit: 5 })).toMatchObject([{ change: 'deleted', recordId: gone?.id }]);
});

test('the schema is read of another application when the first keeps it to itself', async () => {
  const { proxy, store, sync } = await startFleet();
  let first = '';
  proxy.alter = ({ path }) => {
    if (!path.endsWith('/config/schema')) return undefined;
    if (first === '') first = path;
    return path === first ? refuse(403) : undefined;
  };
  await sweepOnce(sync);
  expect(await store.count('settings')).toBe(1);
});
