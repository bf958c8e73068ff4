import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface Rows {
  readonly total: number;
  readonly rows: readonly { readonly id: string; readonly subject: string; readonly machineName: string }[];
}

test('the API keys of a machine are read, and listed with the name of their holder', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'lumen', seed: 5, scale: 0.05 });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-keys-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (...words: readonly string[]) =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets);
  await tenantry('init', '--url', sandbox.url, '--scenario', 'b2c', '--name', 'Keys');
  await tenantry('pull');
  const [machine] = jsonOf<Rows>(await tenantry('list', 'machine')).value.rows;
  expect(jsonOf<Rows>(await tenantry('list', 'apiKey')).value.rows).toEqual([]);
  const { code, value } = jsonOf<Rows>(await tenantry('api-keys', machine?.id ?? ''));
  expect({ code, total: value.total }).toEqual({ code: 0, total: 1 });
  expect(value.rows[0]).toMatchObject({ subject: machine?.id, machineName: expect.stringMatching(/\w/) });
  expect((await tenantry('api-keys', 'mch_missing')).code).toBe(2);
});
