import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface History {
  readonly entries: readonly { readonly seq: number; readonly at: number; readonly label: string }[];
}

test('history is asked for by time, record and page', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'lumen', seed: 5, scale: 0.05 });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-history-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (...words: readonly string[]) =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets);
  const history = async (...words: readonly string[]) =>
    jsonOf<History>(await tenantry('history', ...words)).value.entries;
  await tenantry('init', '--url', sandbox.url, '--scenario', 'b2c', '--name', 'History');
  await tenantry('pull');
  const machines = jsonOf<{ readonly rows: readonly { readonly id: string }[] }>(
    await tenantry('list', 'machine'),
  );
  const [one, two] = machines.value.rows;
  for (const [place, machine] of [one, two].entries()) {
    const body = { name: `renamed-${place}` };
    await sandbox.control.edit([{ call: { method: 'PATCH', path: `/machines/${machine?.id}`, body } }]);
    await tenantry('pull');
  }
  const [newest, oldest] = await history();
  if (newest === undefined || oldest === undefined) throw new Error('two were renamed');
  expect([newest.label, oldest.label]).toEqual(['renamed-1', 'renamed-0']);
  expect(newest.at).toBeGreaterThan(oldest.at);
  expect(await history('--from', String(newest.at))).toEqual([newest]);
  expect(await history('--to', String(newest.at - 1))).toEqual([oldest]);
  expect(await history('--from', String(oldest.at), '--to', String(oldest.at))).toEqual([oldest]);
  expect(await history('--to', String(oldest.at - 1))).toEqual([]);
  expect(await history('--record', one?.id ?? '')).toEqual([oldest]);
  expect(await history('--limit', '1', '--before', String(newest.seq))).toEqual([oldest]);
  // The page before, within the same span.
  expect(await history('--to', String(newest.at), '--before', String(newest.seq))).toEqual([oldest]);
  for (const odd of [
    ['--entity', 'nobody'],
    ['--limit', '0'],
    ['--from', 'soon'],
  ])
    expect((await tenantry('history', ...odd)).code).toBe(2);
});
