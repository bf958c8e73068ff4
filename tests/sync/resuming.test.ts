import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { firstLine } from '../support/first-line';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { beginSync, connect, databaseKey, openTempStore, startWorld, sweepOnce, until } from './sync-rig';

test.each([
  ['is finished and followed by a new one: nothing seen then counts as seen now', 0, 3_600_000],
  ['is followed by a new one also where the clock was put back meanwhile', 86_400_000, 3_600_000],
])('a sweep broken off long ago %s', async (_, before, after) => {
  const sandbox = await startWorld();
  const store = await openTempStore(await temporaryFolder());
  let ahead = before;
  const sync = beginSync({ store, port: connect(sandbox), now: () => Date.now() + ahead });
  await sweepOnce(sync);
  await sandbox.control.addFault({ kind: 'malformed', match: { path: '^/users' }, times: 10 });
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'failed');
  await sandbox.control.clearFaults();
  const [organization] = await store.list('organization', [], 1);
  if (organization === undefined) throw new Error('the world has organizations');
  await sandbox.control.edit([{ organization: organization.id, set: { name: 'Renamed meanwhile' } }]);
  ahead = after;
  await sweepOnce(sync);
  expect(await store.get('organization', organization.id)).toMatchObject({ name: 'Renamed meanwhile' });
});

function startPull(directory: string, { url, secretKey }: Sandbox): ChildProcess {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const words = ['tests/sync/hold-pull.ts', directory, databaseKey, url, secretKey];
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('a pull ended by kill -9 goes on at its cursor, and an edit staged meanwhile is there', async () => {
  const sandbox = await startWorld({ scale: 0.3 });
  await sandbox.control.setLatency({ fixedMs: 150 });
  const directory = await temporaryFolder();
  const child = startPull(directory, sandbox);
  const line = await firstLine(child);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { staged } = JSON.parse(line) as { staged: string };
  await sandbox.control.setLatency({ fixedMs: 0 });

  const store = await openTempStore(directory);
  const copied = await store.count('membership');
  const all = Object.values((await sandbox.control.state()).rows)[0]?.memberships ?? 0;
  expect(copied).toBeGreaterThan(0);
  expect(copied).toBeLessThan(all);
  expect(await store.intents()).toMatchObject([{ recordId: staged, state: 'staged' }]);

  const asked: number[] = [];
  const noting: typeof fetch = (url, init) => {
    const { pathname, searchParams } = new URL(String(url));
    if (pathname.endsWith('/organization_memberships')) asked.push(Number(searchParams.get('offset')));
    return fetch(url, init);
  };
  await sweepOnce(beginSync({ store, port: connect(sandbox, { fetch: noting }) }));
  expect(asked.length).toBeGreaterThan(0);
  expect(Math.min(...asked)).toBeGreaterThan(copied - 100);
  expect(await store.count('membership')).toBe(all);
  expect(await store.list('membership', [{ field: 'state', op: 'ne', value: 'synced' }])).toMatchObject([
    { id: staged, role: 'org:billing', state: 'pending' },
  ]);
});

test('a first walk that fails keeps every page that came before', async () => {
  const sandbox = await startWorld({ scale: 0.3 });
  const store = await openTempStore(await temporaryFolder());
  let whole = 0;
  const failing: typeof fetch = (url, init) => {
    const { pathname, searchParams } = new URL(String(url));
    if (!pathname.endsWith('/organization_memberships')) return fetch(url, init);
    const offset = Number(searchParams.get('offset'));
    if (offset >= 1_900) return Promise.resolve(Response.json({ data: 7 }));
    if (searchParams.get('limit') !== '1')
      whole = Math.max(whole, offset + Number(searchParams.get('limit')));
    return fetch(url, init);
  };
  const sync = beginSync({ store, port: connect(sandbox, { fetch: failing }) });
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'failed');
  expect(whole).toBeGreaterThan(1_500);
  expect(await store.count('membership')).toBe(whole);
});

test('roles are there before the first membership can be edited, however late their answer', async () => {
  const sandbox = await startWorld();
  const store = await openTempStore(await temporaryFolder());
  const late: typeof fetch = async (url, init) => {
    if (new URL(String(url)).pathname.endsWith('/organization_roles')) await sleep(300);
    return fetch(url, init);
  };
  const rolesAtMembership: Promise<number>[] = [];
  store.subscribe(({ entities }) => {
    if (entities.has('membership')) rolesAtMembership.push(store.count('role'));
  });
  await sweepOnce(beginSync({ store, port: connect(sandbox, { fetch: late }) }));
  expect(await rolesAtMembership[0]).toBe(5);
});

test('a sweep is dated by the clock of now, also where an earlier one ended by a clock that was a day ahead', async () => {
  const sandbox = await startWorld();
  const store = await openTempStore(await temporaryFolder());
  let ahead = 86_400_000;
  const sync = beginSync({ store, port: connect(sandbox), now: () => Date.now() + ahead });
  await sweepOnce(sync);
  const { asOf: then } = sync.status().freshness;
  expect(then).toBeGreaterThan(Date.now());
  ahead = 0;
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'synced' && freshness.asOf !== then);
  expect(sync.status().freshness.asOf).toBeLessThanOrEqual(Date.now() + 1);
  await sync.stop();
  // So it is after a restart, and the next sweep is a new one.
  const next = beginSync({ store, port: connect(sandbox) });
  await sweepOnce(next);
  expect(next.status().freshness.asOf).toBeLessThanOrEqual(Date.now() + 1);
});
