import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

test('a secret that is shown once reaches no file or pipe unless it was asked for', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'lumen', seed: 5, scale: 0.02 });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-shown-')), 'workspace');
  const secrets = { TENANTRY_PASSPHRASE: 'correct horse battery staple' };
  const tenantry = ([command = '', ...rest]: readonly string[], more = {}, input = '') =>
    runCli(cli, [command, '--dir', directory, '--json', ...rest], { ...secrets, ...more }, input);
  await tenantry(['init', '--url', sandbox.url, '--scenario', 'b2c', '--name', 'Shown'], {
    TENANTRY_API_KEY: sandbox.secretKey,
  });
  await tenantry(['pull']);
  const make = (name: string) => {
    const draft = { entity: 'machine', action: { verb: 'create', values: { name } } };
    return tenantry(['stage', '-'], {}, JSON.stringify([draft]));
  };
  type Applied = { report: { secrets: { what: string; label: string; secret: string | null }[] } };
  expect(jsonOf(await make('one')).code).toBe(0);
  const quiet = await tenantry(['apply']);
  const told = [{ what: 'Secret key', label: 'one', secret: null }];
  expect(jsonOf<Applied>(quiet).value.report.secrets).toEqual(told);
  expect(quiet.stderr).toContain('Not shown, and kept nowhere: Secret key of one.');
  await make('two');
  const asked = await tenantry(['apply', '--show-secrets']);
  expect(jsonOf<Applied>(asked).value.report.secrets).toEqual([
    { what: 'Secret key', label: 'two', secret: expect.stringMatching(/^ak_/) },
  ]);
}, 180_000);
