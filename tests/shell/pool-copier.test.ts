import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPools } from '@main/shell/workspaces/open-pools';
import type { OpenedWorkspace } from '@main/shell/workspaces/opened-workspace';
import type { WorkspaceId } from '@shared/domain/ids';
import { createQueue } from '@shared/queue';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';

const id = 'campus-1' as WorkspaceId;
const order = { applicationIds: ['app_1'], budget: { calls: null, bytes: null } };

/** An open platform that cannot be reached. */
async function openPlatform(onRun: () => void) {
  const root = await temporaryFolder();
  const info = {
    id,
    name: 'Campus',
    scenario: 'platforms',
    kind: 'sandbox',
    url: 'https://api.example.com/v1',
  };
  const opened = { info, apiKey: () => 'plapi_1' } as unknown as OpenedWorkspace;
  const pools = createPools({
    root,
    keyring: null,
    fetch: () => Promise.reject(new TypeError('no network')),
    fork: () => {
      throw new Error('nothing is forked');
    },
    now: Date.now,
    opened: () => opened,
    onRun,
    folder: (of) => `${root}/${of}`,
    unlocking: () => ({}),
    inTurn: createQueue(),
  });
  return { ...pools, root };
}

it('of two copyings that are begun at once one is, and leaving the platform stops it', async () => {
  const { copier, leaving } = await openPlatform(() => undefined);
  const [one, other] = await Promise.all([copier.start(order), copier.start(order)]);
  expect([one.ok, other]).toMatchObject([true, { ok: false, error: { code: 'busy' } }]);
  expect(await leaving(async () => 'left')).toBe('left');
  expect(valueIn(await copier.look()).run?.ended).not.toBeNull();
});

it('a run whose file the disk does not give is not told as none: the copies are shown, and it is said why nothing goes on', async () => {
  const { copier, root } = await openPlatform(() => undefined);
  const file = join(root, id, 'pool-copies.json');
  await mkdir(file, { recursive: true });
  const unread = { code: 'disk-error', message: expect.stringContaining(`Reading ${file} failed (EISDIR)`) };
  expect(valueIn(await copier.look())).toMatchObject({ run: null, unread, copies: [] });
  expect(await copier.goOn()).toMatchObject({ ok: false, error: unread });
  await rm(file, { recursive: true });
  expect(valueIn(await copier.look())).toMatchObject({ run: null, unread: null });
  expect(await copier.goOn()).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('a copying that a bug breaks off keeps nobody from leaving the platform, nor from going on', async () => {
  let broken = true;
  const { copier, leaving } = await openPlatform(() => {
    if (broken) throw new Error('the window is gone');
  });
  const logged: unknown[] = [];
  const hear = (reason: unknown): void => void logged.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', hear);
  try {
    valueIn(await copier.start(order));
    expect(await leaving(async () => 'left')).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    process.off('unhandledRejection', hear);
    for (const other of others) process.on('unhandledRejection', other);
  }
  expect(logged).toHaveLength(1);
  expect(valueIn(await copier.look()).run).toMatchObject({ ended: 'stopped' });
  broken = false;
  expect((await copier.goOn()).ok).toBe(true);
  await copier.stop();
});
