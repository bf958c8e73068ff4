import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { clearAbandoned, runPrefix } from './built-cli';
import { temporaryFolder } from './temporary-folder';

const root = fileURLToPath(new URL('../../../', import.meta.url));

async function run(...names: readonly string[]) {
  const folder = await temporaryFolder();
  const words = ['run', '--config', 'tests/support/folders/trial/trial.config.ts', ...names];
  const child = spawn(join(root, 'node_modules/.bin/vitest'), words, {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const left = (await readdir(folder, { recursive: true })).filter((path) => !/^node-|^tsx-/.test(path));
  return { code, said, left };
}

test('a run that passed leaves nothing in the temporary folder, whatever its tests forgot', async () => {
  expect(await run('passes')).toMatchObject({ code: 0, left: [] });
});

test('of a run that failed, what its failed tests made is kept, and it says where', async () => {
  const { code, said, left } = await run();
  expect(code).toBe(1);
  expect(left.filter((path) => /evidence|left|of one that passed/.test(path))).toEqual([
    expect.stringMatching(/fails[\\/]tenantry-\w+[\\/]evidence$/),
  ]);
  expect(said).toMatch(/Kept of .*fails\.trial\.ts: \//);
});

test('what a killed run built goes with the next run, and nothing of one that runs', async () => {
  const folder = await temporaryFolder();
  const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(ended, 'close');
  const mine = `${runPrefix(process.pid)}a-cli`;
  for (const name of [mine, `${runPrefix(ended.pid ?? 0)}b-cli`, 'vite']) await mkdir(join(folder, name));
  await clearAbandoned(folder);
  expect((await readdir(folder)).sort()).toEqual([mine, 'vite'].sort());
});
