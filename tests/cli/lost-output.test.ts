import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
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
  // In as many pieces as the pipe likes, behind whatever else is told.
  let told = '';
  child.stderr.on('data', (piece) => (told += String(piece)));
  await vi.waitFor(() => expect(told).toContain('(ENOSPC). Its work goes on to its end'), 60_000);
  expect(child.exitCode).toBeNull();
});
