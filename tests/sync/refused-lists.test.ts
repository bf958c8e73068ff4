import { expect, test } from 'vitest';
import { startProxied } from './proxied-rig';
import { stageRole, storedState } from './stored-state';
import { beginSync, sweepOnce, until } from './sync-rig';

const errors = [{ code: 'of_this_list', message: 'not for you', long_message: 'This is not for you.' }];

test.each([
  [402, 'service-error'],
  [403, 'forbidden'],
  [404, 'service-error'],
  [410, 'service-error'],
] as const)('one list that is refused with %i leaves the rest synced, and is told', async (status, code) => {
  const { rig, proxy } = await startProxied();
  await rig.sweep();
  await stageRole(rig.store);
  const before = await storedState(rig.store);
  proxy.alter = ({ path }) =>
    path === '/organization_memberships' ? { status, body: { errors } } : undefined;
  await rig.sweep();
  const { freshness, collections } = rig.sync.status();
  expect(freshness.kind).toBe('synced');
  const told = collections.filter(({ failure }) => failure !== null);
  expect(told).toMatchObject([
    { entity: 'membership', phase: 'failed', failure: { code, detail: { status, code: 'of_this_list' } } },
  ]);
  expect(await storedState(rig.store)).toEqual(before);

  // A restart tells it as well, until the list is there again.
  const again = beginSync({ store: rig.store, port: rig.identity });
  await again.restored;
  expect(again.status().freshness.kind).toBe('synced');
  expect(again.status().collections.filter(({ failure }) => failure !== null)).toMatchObject(
    told.map(({ entity, phase, failure }) => ({ entity, phase, failure })),
  );
  proxy.alter = () => undefined;
  await sweepOnce(again);
  expect(again.status().collections.every(({ phase, failure }) => phase === 'done' && failure === null)).toBe(
    true,
  );
  expect(await storedState(rig.store)).toEqual(before);
});

test('a list refused from the first sweep on is copied later without a word in history', async () => {
  const { rig, proxy } = await startProxied();
  proxy.alter = ({ path }) => (path === '/users' ? { status: 403, body: { errors } } : undefined);
  await rig.sweep();
  expect(await rig.store.count('user')).toBe(0);
  expect(await rig.store.count('membership')).toBeGreaterThan(0);
  proxy.alter = () => undefined;
  await rig.sweep();
  expect(await rig.store.count('user')).toBeGreaterThan(0);
  expect(await rig.store.history({ limit: 10 })).toEqual([]);
});

test('a key that may read nothing at all is a failure', async () => {
  const { rig, proxy } = await startProxied();
  proxy.alter = () => ({ status: 403, body: { errors } });
  rig.sync.start();
  const { freshness } = await until(rig.sync, (status) => status.freshness.kind === 'failed');
  expect(freshness).toMatchObject({ failure: { code: 'forbidden' }, asOf: 0 });
});
