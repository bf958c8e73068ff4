import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishRestoring } from '@main/workspace/finish-restoring';
import { expect, test } from 'vitest';

const cutOff = 'acme-0a1b2c-2026-11-27T12-05-00-000Z';

async function profile(folders: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-restoring-'));
  for (const name of folders) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'workspace.json'), name);
  }
  const root = join(folder, 'workspaces');
  await mkdir(root, { recursive: true });
  const kept = (name: string) => readFile(join(folder, name, 'workspace.json'), 'utf8');
  return { root, kept, restoring: () => readdir(join(folder, 'restoring')) };
}

test('a restore cut off while it read leaves nothing behind, and the damaged workspace where it is', async () => {
  const { root, kept, restoring } = await profile([`restoring/${cutOff}`, 'workspaces/acme-0a1b2c']);
  await finishRestoring(root);
  expect(await restoring()).toEqual([]);
  expect(await kept('workspaces/acme-0a1b2c')).toBe('workspaces/acme-0a1b2c');
});

test('one cut off between the two moves is finished: the restored workspace stands in its place, the damaged one is kept', async () => {
  const { root, kept, restoring } = await profile([`restoring/${cutOff}`, `damaged/${cutOff}`]);
  await finishRestoring(root);
  expect(await restoring()).toEqual([]);
  expect(await kept('workspaces/acme-0a1b2c')).toBe(`restoring/${cutOff}`);
  expect(await kept(`damaged/${cutOff}`)).toBe(`damaged/${cutOff}`);
});

test('a workspace that stands there is never written over, and without leavings nothing is done', async () => {
  const { root, kept } = await profile([
    `restoring/${cutOff}`,
    `damaged/${cutOff}`,
    'workspaces/acme-0a1b2c',
  ]);
  await finishRestoring(root);
  expect(await kept('workspaces/acme-0a1b2c')).toBe('workspaces/acme-0a1b2c');
  await finishRestoring((await profile([])).root);
});
