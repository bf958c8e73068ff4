import { execFileSync } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asStoreFailure } from '@main/store/as-store-failure';
import { openStore } from '@main/store/open-store';
import { recoverStore } from '@main/store/recover-store';
import type { SqlDatabase, SqlDriver } from '@main/store/sqlite-storage/driver';
import { sqlcipherDriver } from '@main/store/sqlite-storage/sqlcipher-driver';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { stageRole, storedState } from './stored-state';
import { beginSync, connect, databaseKey, openTempStore, startWorld, sweepOnce, until } from './sync-rig';

/** SQLCipher, with a hand on its connection. */
function reachableDriver(): { readonly driver: SqlDriver; readonly database: () => SqlDatabase } {
  let opened: SqlDatabase | null = null;
  return {
    driver: {
      ...sqlcipherDriver,
      open: (path, key) => {
        opened = sqlcipherDriver.open(path, key);
        return opened;
      },
    },
    database: () => {
      if (opened === null) throw new Error('nothing is open');
      return opened;
    },
  };
}

const diskFull = {
  kind: 'failed',
  failure: {
    code: 'disk-full',
    message: expect.stringContaining('The disk is full: the last write was taken back.'),
    next: expect.stringContaining('Free some space'),
  },
};

test('a database that may not grow stops the sweep; edits stay, and it goes on once there is room', async () => {
  const sandbox = await startWorld({ scale: 0.1 });
  const { driver, database } = reachableDriver();
  const store = await openTempStore(await temporaryFolder(), driver);
  const sync = beginSync({ store, port: connect(sandbox) });
  await sweepOnce(sync);
  const edited = await stageRole(store);
  const before = await storedState(store);
  const organizations = await store.ids('organization');
  const users = await store.ids('user');
  const body = { role: 'org:viewer', public_metadata: { note: 'x'.repeat(2_000) } };
  const additions = organizations.flatMap((id) =>
    users.slice(0, 40).map((user_id) => ({
      call: { method: 'POST' as const, path: `/organizations/${id}/memberships`, body: { ...body, user_id } },
    })),
  );
  await sandbox.control.edit(additions);
  const [{ page_count = 0 } = {}] = database().pragma('page_count');
  database().pragma(`max_page_count = ${Number(page_count) + 4}`);

  sync.start();
  const { freshness } = await until(sync, (status) => status.freshness.kind === 'failed');
  expect(freshness).toMatchObject(diskFull);
  expect((await storedState(store)).intents).toEqual(before.intents);
  expect(await store.get('membership', edited.id)).toEqual(
    expect.objectContaining({ role: 'org:billing', state: 'pending' }),
  );

  database().pragma('max_page_count = 1000000');
  await sweepOnce(sync);
  const { rows } = await sandbox.control.state();
  expect(await store.count('membership')).toBe(Object.values(rows)[0]?.memberships);
  expect((await storedState(store)).intents).toEqual(before.intents);
});

/** A small file system of its own for the test; null where this user may not mount one. */
async function smallDisk(size: string): Promise<{ path: string; resize(to: string): void } | null> {
  const path = await temporaryFolder();
  const mount = (...words: string[]): void => void execFileSync('mount', words, { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path);
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', path]));
  return { path, resize: (to) => mount('-o', `remount,size=${to}`, path) };
}

const disk = process.getuid?.() === 0 ? smallDisk : async () => null;

test('a file system without space (ENOSPC) stops the first sweep; it goes on where it stopped', async (context) => {
  const small = await disk('2m');
  if (small === null) return context.skip('only root may mount a small file system');
  const sandbox = await startWorld({ scale: 0.3 });
  const store = await openTempStore(join(small.path, 'workspace'));
  const sync = beginSync({ store, port: connect(sandbox) });
  sync.start();
  const { freshness } = await until(sync, (status) => status.freshness.kind === 'failed');
  expect(freshness).toMatchObject(diskFull);
  const copied = await store.count('role');
  expect(copied).toBeGreaterThan(0);

  small.resize('200m');
  await sweepOnce(sync);
  const { rows } = await sandbox.control.state();
  const held = Object.values(rows)[0];
  expect(await store.count('membership')).toBe(held?.memberships);
  expect(await store.count('user')).toBe(held?.users);
  await store.close();
  const again = await openTempStore(join(small.path, 'workspace'));
  expect(await again.count('membership')).toBe(held?.memberships);
});

test('a damaged database is told as such and set aside; the next sweep copies everything into a new one with the edits', async () => {
  const sandbox = await startWorld();
  const directory = await temporaryFolder();
  const store = await openTempStore(directory);
  await sweepOnce(beginSync({ store, port: connect(sandbox) }));
  await stageRole(store);
  const before = await storedState(store);
  await store.close();
  const path = join(directory, 'tenantry.db');
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  for (let at = 4_096 + 100; at < size; at += 4_096) await file.write(Buffer.alloc(64, 0xa5), 0, 64, at);
  await file.close();
  const damaged = await readFile(path);

  const refused: unknown = await openStore({ directory, key: databaseKey, now: Date.now }).catch(
    (error: unknown) => error,
  );
  expect(asStoreFailure(refused)).toMatchObject({
    code: 'database-damaged',
    message: expect.stringContaining('left as it is'),
    next: expect.stringContaining('Choose'),
  });
  expect(Buffer.compare(await readFile(path), damaged)).toBe(0);
  const recovery = await recoverStore({ directory, key: databaseKey, name: 'tenantry' }, Date.now());
  expect(recovery).toMatchObject({ openIntents: 1 });
  expect(Buffer.compare(await readFile(recovery.aside), damaged)).toBe(0);

  const again = await openTempStore(directory);
  expect((await storedState(again)).intents).toEqual(before.intents);
  await sweepOnce(beginSync({ store: again, port: connect(sandbox) }));
  const after = await storedState(again);
  expect(after.intents).toEqual(before.intents);
  expect(after.rows).toEqual(before.rows);
});
