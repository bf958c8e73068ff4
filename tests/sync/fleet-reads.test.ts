import { createIdentity } from '@main/identity/create-identity';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { type MutatingProxy, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { beginSync, openTempStore, sweepOnce } from './sync-rig';

/** A fleet swept once; `alter` answers in the service's place. */
async function sweptFleet(alter: MutatingProxy['alter']) {
  const sandbox = await startSandbox({ world: 'campus', seed: 3, scale: 0.02, limits: 'none' });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(async () => {
    await proxy.close();
    await sandbox.close();
  });
  const reads: string[] = [];
  proxy.alter = (passing) => {
    reads.push(passing.path);
    return alter(passing);
  };
  const to = { apiKey: sandbox.platformToken, scenario: 'platforms', fetch, now: Date.now } as const;
  const identity = createIdentity({ ...to, url: proxy.url, requestsPer10s: 100_000 });
  const store = await openTempStore(await temporaryFolder());
  await sweepOnce(beginSync({ store, port: identity, entities: ['settings', 'application', 'domain'] }));
  const swept = await store.list('application', []);
  const plain = createIdentity({ ...to, url: sandbox.url, requestsPer10s: 100_000 });
  /** Domain and DNS of every application, as swept and as its own addresses tell them. */
  const both = async () => {
    const told = ({ id, domain, dns }: (typeof swept)[number]) => ({ id, domain, dns });
    const own = await Promise.all(
      swept.map(async (row) => {
        const read = await plain.fetchOne('application', row);
        return read.ok && read.value !== null ? told({ ...row, ...read.value }) : read;
      }),
    );
    return { swept: swept.map(told), own };
  };
  return { reads, store, both };
}

const perApplication = /^\/platform\/applications\/[^/]+\/domains$/;

test('a fleet is read with one call for each config and one for each status; its domains come by one list', async () => {
  const { reads, store, both } = await sweptFleet(() => undefined);
  const { swept, own } = await both();
  expect(swept).toEqual(own);
  expect(swept.filter(({ domain }) => domain !== '').length).toBeGreaterThan(10);
  // The one that was read to learn how many there are.
  expect(reads.filter((path) => perApplication.test(path)).length).toBeLessThanOrEqual(1);
  const each = reads.filter((path) => /\/(status|config)$/.test(path));
  expect(new Set(each).size).toBe((await store.count('application')) + (await store.count('domain')));
  // The first application and the first domain were read before, with the learning.
  expect(each.length).toBeLessThanOrEqual(new Set(each).size + 2);
});

test('where the list of all domains is refused, the address of each application tells its own', async () => {
  const body = { errors: [{ code: 'no', message: 'no', long_message: 'Not this one.' }] };
  const { reads, both } = await sweptFleet(({ path }) =>
    path === '/platform/domains' ? { status: 403, body } : undefined,
  );
  const { swept, own } = await both();
  expect(swept).toEqual(own);
  expect(reads.filter((path) => perApplication.test(path)).length).toBeGreaterThanOrEqual(swept.length);
});

test('a service that gives fewer domains at once than it is asked for hides none', async () => {
  const { store, both } = await sweptFleet(({ path, body }) => {
    const list = body as { data: unknown[] };
    return path === '/platform/domains' ? { body: { ...list, data: list.data.slice(0, 7) } } : undefined;
  });
  const { swept, own } = await both();
  expect(swept).toEqual(own);
  expect(await store.count('domain')).toBeGreaterThan(20);
});
