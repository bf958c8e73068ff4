import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

let cli = '';
let sandbox: Sandbox;
let folder = '';
let key = '';
let otherKey = '';

const tenantry = (words: readonly string[], apiKey = key) => {
  const [command = '', ...rest] = words;
  const secrets = { TENANTRY_PASSPHRASE: 'correct horse', TENANTRY_API_KEY: apiKey };
  return runCli(cli, [command, '--dir', join(folder, 'workspace'), '--json', ...rest], secrets);
};
beforeAll(async () => {
  cli = await buildCli();
  // Applications of one platform share an address: every key but its own opens another instance there.
  sandbox = await startSandbox({ world: 'campus', seed: 3, scale: 0.02 });
  [key = '', otherKey = ''] = sandbox.keys;
  folder = await mkdtemp(join(tmpdir(), 'tenantry-binding-'));
  expect((await tenantry(['init', '--url', sandbox.url])).code).toBe(0);
  expect((await tenantry(['pull'])).code).toBe(0);
});
afterAll(async () => {
  await sandbox.close();
});

test('replace-key refuses the key of another instance, one that the service refuses, and takes one of the same', async () => {
  const file = join(folder, 'workspace', 'workspace.json');
  const before = await readFile(file, 'utf8');
  expect(jsonOf(await tenantry(['replace-key'], otherKey))).toMatchObject({
    code: 4,
    value: { error: { code: 'other-instance' } },
  });
  expect(jsonOf(await tenantry(['replace-key'], 'sk_live_nobodys'))).toMatchObject({
    code: 4,
    value: { error: { code: 'key-refused' } },
  });
  expect(await readFile(file, 'utf8')).toBe(before);
  expect(jsonOf(await tenantry(['replace-key'], key))).toMatchObject({
    code: 0,
    value: { protection: 'passphrase' },
  });
  expect(await readFile(file, 'utf8')).not.toBe(before);
  expect((await tenantry(['pull'])).code).toBe(0);
});

test('a Platform token is tried, kept beside the key, survives another key, and is taken out again', async () => {
  const withToken = (words: readonly string[], token: string) =>
    runCli(cli, [words[0] ?? '', '--dir', join(folder, 'workspace'), '--json', ...words.slice(1)], {
      TENANTRY_PASSPHRASE: 'correct horse',
      TENANTRY_API_KEY: key,
      TENANTRY_PLATFORM_TOKEN: token,
    });
  const platform = async () => {
    expect((await tenantry(['pull'])).code).toBe(0);
    const { value } = jsonOf(await tenantry(['status']));
    return (value as { capabilities: { platform: { state: string } } }).capabilities.platform.state;
  };
  expect(await platform()).toBe('off');
  expect(jsonOf(await withToken(['platform-token'], 'plapi_nobodys'))).toMatchObject({
    value: { error: { code: 'forbidden' } },
  });
  expect(await platform()).toBe('off');
  expect(jsonOf(await withToken(['platform-token'], sandbox.platformToken)).code).toBe(0);
  expect(await platform()).toBe('available');
  expect(jsonOf(await tenantry(['list', 'application']))).toMatchObject({ value: { total: 1 } });
  expect(await readFile(join(folder, 'workspace', 'workspace.json'), 'utf8')).not.toContain('plapi_');
  expect(jsonOf(await tenantry(['replace-key'])).code).toBe(0);
  expect(await platform()).toBe('available');
  expect(jsonOf(await withToken(['platform-token', '--remove'], '')).code).toBe(0);
  expect(await platform()).toBe('off');
});

test('replace-key is the way on after the address was changed: the key kept before goes nowhere, the new one there', async () => {
  const proxy = await startMutatingProxy(sandbox.url);
  const sent: string[] = [];
  try {
    const file = join(folder, 'workspace', 'workspace.json');
    const json = await readFile(file, 'utf8');
    await writeFile(file, json.replace(/"url": "[^"]*"/, `"url": "${proxy.url}"`));
    proxy.block = ({ path }) => {
      sent.push(path);
      return undefined;
    };
    expect(jsonOf(await tenantry(['pull']))).toMatchObject({
      code: 8,
      value: { error: { code: 'address-changed' } },
    });
    expect(sent).toEqual([]);
    expect(jsonOf(await tenantry(['replace-key'], otherKey)).code).toBe(4);
    expect(jsonOf(await tenantry(['pull'])).code).toBe(8);
    expect(jsonOf(await tenantry(['replace-key'], key)).code).toBe(0);
    expect(jsonOf(await tenantry(['pull'])).code).toBe(0);
  } finally {
    await proxy.close();
  }
});

test.each(['sk_live_a\nb', 'sk_live_\u00fc\u20ac', ' '])(
  'a key that no header can hold is refused, and is no service that cannot be reached: %j',
  async (odd) => {
    const made = [
      'init',
      '--url',
      sandbox.url,
      '--scenario',
      'b2b',
      '--dir',
      join(folder, 'keyless'),
      '--json',
    ];
    const secrets = { TENANTRY_PASSPHRASE: 'correct horse', TENANTRY_API_KEY: key };
    for (const run of [
      await runCli(cli, made, { ...secrets, TENANTRY_API_KEY: odd }),
      await runCli(cli, made, { ...secrets, TENANTRY_PLATFORM_TOKEN: odd }),
      await tenantry(['replace-key'], odd),
    ]) {
      expect(run.code).toBe(2);
      expect(run.stdout).toContain('This is no key');
    }
    expect(await readdir(folder)).not.toContain('keyless');
  },
);
