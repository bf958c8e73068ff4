import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeStreamed } from '@main/export/write-streamed';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';

async function* portions() {
  yield [Buffer.from('a,b\n'), Buffer.from('1,2\n')];
  yield [Buffer.from('3,4\n')];
}
const text = 'a,b\n1,2\n3,4\n';
const written = { ok: true, value: text.length };

const withLinks = test.skipIf(process.platform === 'win32');

withLinks('a file takes the place of one, and of a link only what it leads to', async () => {
  const folder = await temporaryFolder();
  const [file, link] = [join(folder, 'rows.csv'), join(folder, 'latest.csv')];
  await writeFile(file, 'what was there before, and is longer than what comes now');
  await symlink(file, link);
  expect(await writeStreamed(link, portions())).toEqual(written);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(file, 'utf8')).toBe(text);
  await writeFile(file, 'before');
  expect(await writeStreamed(file, portions())).toEqual(written);
  expect(await readFile(file, 'utf8')).toBe(text);
  expect((await readdir(folder)).sort()).toEqual(['latest.csv', 'rows.csv']);
});

withLinks('a pipe is written into, and stays: /dev/stdout is one, and no file takes its place', async () => {
  const pipe = join(await temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [told, read] = await Promise.all([writeStreamed(pipe, portions()), readFile(pipe, 'utf8')]);
  expect([told, read]).toEqual([written, text]);
  expect((await lstat(pipe)).isFIFO()).toBe(true);
});

withLinks('a pipe that nobody reads any more takes the rest, and it counts as written', async () => {
  const pipe = join(await temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = spawn('head', ['-c', '1', pipe], { stdio: 'ignore' });
  async function* long() {
    yield* portions();
    if (reader.exitCode === null) await once(reader, 'exit');
    yield* portions();
    yield* portions();
  }
  expect(await writeStreamed(pipe, long())).toEqual({ ok: true, value: 3 * text.length });
});

test('a folder is told as that before anything is written', async () => {
  const folder = await temporaryFolder();
  const told = await writeStreamed(folder, portions());
  expect(told).toMatchObject({
    error: { code: 'invalid-input', message: expect.stringContaining('is a folder') },
  });
  expect(await readdir(folder)).toEqual([]);
});
