import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCli } from './build-cli';
import { runCli } from './run-cli';

test('a bug ends the built command line with 1 and its trace, and not with a line of the bundle', async () => {
  const planted = encodeURIComponent("process.once('beforeExit', () => { throw new Error('planted'); })");
  const run = await runCli(await buildCli(), ['status', '--dir', join(tmpdir(), 'no-such-workspace')], {
    NODE_OPTIONS: `--import data:text/javascript,${planted}`,
  });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/A bug, please report it\. Error: planted\n +at /);
  expect(run.stderr.length).toBeLessThan(2_000);
});
