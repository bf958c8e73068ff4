import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';

test('what a disk does not take is told by what serves on as that, and not that it is done', async () => {
  const words = ['sandbox', '--world', 'northwind', '--scale', '0.02', '--port', '0'];
  const line = ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, await buildCli(), ...words];
  const child = spawn('bash', line);
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  const [told] = (await once(child.stderr, 'data')) as [Buffer];
  expect(told.toString()).toContain('(ENOSPC). Its work goes on to its end');
  expect(child.exitCode).toBeNull();
});
