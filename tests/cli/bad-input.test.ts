import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

const passphrase = 'correct horse battery stäple';
let cli = '';
let sandbox: Sandbox;
let folder = '';
let directory = '';

const tenantry = (
  words: readonly string[],
  more: Record<string, string> = {},
  input = '',
  dir = directory,
) => {
  const [command = '', ...rest] = words;
  const secrets = { TENANTRY_PASSPHRASE: passphrase, ...more };
  return runCli(cli, [command, '--dir', dir, '--json', ...rest], secrets, input);
};
type Failed = { error: { code: string; message: string; next: string } };
type Listed = { total: number; rows: Record<string, unknown>[] };
const list = async (...words: string[]) => jsonOf<Listed>(await tenantry(['list', ...words]));
const failed = async (...words: string[]) => jsonOf<Failed>(await tenantry(words));

async function service(method: string, path: string, body: string): Promise<void> {
  const answer = await fetch(`${sandbox.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' },
    body,
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** Text of a map inside a map, as often as told. */
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'northwind', seed: 5, scale: 0.02 });
  folder = await mkdtemp(join(tmpdir(), 'tenantry-bad-input-'));
  directory = join(folder, 'workspace');
  const users = await fetch(`${sandbox.url}/v1/users?limit=2`, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
  });
  const [one, two] = (await users.json()) as { id: string }[];
  await service('PATCH', `/users/${one?.id}/metadata`, `{"public_metadata":${nested(1_100)}}`);
  await service(
    'PATCH',
    `/users/${two?.id}/metadata`,
    '{"public_metadata":{"__proto__":{"kept":"yes"},"constructor":1}}',
  );
  await tenantry(['init', '--url', sandbox.url, '--name', 'Bad input'], {
    TENANTRY_API_KEY: sandbox.secretKey,
  });
  expect(jsonOf(await tenantry(['pull'])).code).toBe(0);
});
afterAll(async () => {
  await sandbox.close();
});

describe('conditions', () => {
  test('that do not fit are errors that say what is possible', async () => {
    for (const [where, possible] of [
      ['banned=TRUE', 'true or false'],
      ['createdAt=', 'a moment (2026-10-01T08:30Z)'],
      ['__proto__=x', 'twoFactorEnabled'],
    ] as const) {
      const { code, value } = await failed('list', 'user', '--where', where);
      expect(code).toBe(2);
      expect(JSON.stringify(value.error)).toContain(possible);
    }
    const sorted = await failed('list', 'user', '--sort', 'nope');
    expect(sorted.code).toBe(2);
    expect(sorted.value.error.message).toContain('twoFactorEnabled');
  });
});

describe('records of any shape', () => {
  test('one that is nested 1,100 levels deep breaks no question about all', async () => {
    const { code, value } = await list('user', '--where', 'banned=false', '--limit', '500');
    expect(code).toBe(0);
    expect(JSON.stringify(value.rows)).toContain(nested(1_100));
    expect((await list('user', '--where', 'publicMetadata.a=1')).code).toBe(0);
  });

  test('metadata named __proto__ and constructor survives the way', async () => {
    const { value } = await list('user', '--limit', '500');
    expect(JSON.stringify(value.rows)).toContain('"__proto__":{"kept":"yes"}');
    expect(JSON.stringify(value.rows)).toContain('"constructor":1');
  });

  test('a staged creation that is nested as deep is kept and listed like any other; a deeper one is refused', async () => {
    const draft = `[{"entity":"organization","action":{"verb":"create","values":{"name":"Deep","publicMetadata":${nested(1_100)}}}}]`;
    expect(jsonOf(await tenantry(['stage', '-'], {}, draft)).code).toBe(0);
    for (const levels of [3_000, 10_000]) {
      const run = await tenantry(['stage', '-'], {}, draft.replace(nested(1_100), nested(levels)));
      expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('nests deeper than the database')]);
    }
    expect((await list('organization', '--where', 'name=Deep')).value.total).toBe(1);
    expect(jsonOf(await tenantry(['intents'])).code).toBe(0);
  });
});

describe('the file that stage reads', () => {
  const edit = (more: object) => ({
    entity: 'organization',
    recordId: 'org_1',
    action: { verb: 'update', field: 'name', value: 'x', ...more },
  });

  test('a misspelt word is an error, at every depth', async () => {
    for (const draft of [edit({ bsae: 'y' }), { ...edit({}), recordID: 'org_1' }]) {
      const run = jsonOf<Failed>(await tenantry(['stage', '-'], {}, JSON.stringify([draft])));
      expect(run.code).toBe(2);
      expect(run.value.error.message).toMatch(/bsae|recordID/);
    }
  });

  test('what is not UTF-8 is refused, and no letter becomes another one', async () => {
    const [before] = (await list('organization', '--limit', '1')).value.rows;
    const text = JSON.stringify([{ ...edit({ value: 'M\u00fcller' }), recordId: before?.id }]);
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const file = join(folder, `${encoding}.json`);
      await writeFile(file, Buffer.from(text, encoding));
      const run = jsonOf<Failed>(await tenantry(['stage', file]));
      expect([encoding, run.code]).toEqual([encoding, 2]);
    }
    expect((await failed('stage', join(folder, 'latin1.json'))).value.error.message).toContain(
      'is not UTF-8',
    );
    expect(
      jsonOf<unknown[]>(await tenantry(['intents'])).value.filter((each) =>
        JSON.stringify(each).includes('ller'),
      ),
    ).toEqual([]);
  });

  test('a byte-order mark before it is not part of it', async () => {
    const run = jsonOf<{ rejectedCount: number }>(
      await tenantry(['stage', '-'], {}, `\ufeff${JSON.stringify([edit({})])}`),
    );
    expect(run).toMatchObject({ code: 6, value: { rejectedCount: 1 } });
  });

  test('of 5,000 bad items the first are told, and how many there are', async () => {
    for (const [words, item] of [
      [['stage'], { nothing: true }],
      [['stage'], edit({})],
      [['assert'], { nothing: true }],
      [['keep', 'accessAssertion'], { nothing: true }],
    ] as const) {
      const run = await tenantry([...words, '-'], {}, JSON.stringify(Array(5_000).fill(item)));
      expect(run.code).toBeGreaterThan(0);
      expect(run.stdout.length).toBeLessThan(20_000);
      expect(run.stdout).toMatch(/\d{4}/);
    }
  });
});

test('a setting that its schema forbids is wrong input, and what fits is told', async () => {
  const platform = await startSandbox({ world: 'campus', seed: 5, scale: 0.02 });
  onTestFinished(() => platform.close());
  const fleet = (words: readonly string[], input = '') => {
    const [command = '', ...rest] = words;
    const secrets = { TENANTRY_PASSPHRASE: passphrase, TENANTRY_API_KEY: platform.platformToken };
    return runCli(cli, [command, '--dir', join(folder, 'fleet'), '--json', ...rest], secrets, input);
  };
  expect((await fleet(['init', '--url', platform.url, '--scenario', 'platforms'])).code).toBe(0);
  expect((await fleet(['pull'])).code).toBe(0);
  const { rows } = jsonOf<Listed>(await fleet(['list', 'application', '--limit', '1'])).value;
  const edit = (field: string, value: unknown, recordId = rows[0]?.id) => {
    const action = { verb: 'update', field: `config.${field}`, value };
    return { entity: 'application', recordId, action };
  };
  const stageAll = async (drafts: readonly unknown[]) =>
    jsonOf<{ staged: unknown[]; rejected: unknown[] }>(await fleet(['stage', '-'], JSON.stringify(drafts)));
  const stage = (values: object) =>
    stageAll(Object.entries(values).map(([field, value]) => edit(field, value)));
  const refused = await stage({
    'auth_access_control.sign_up_mode': 'open',
    'auth_password.min_length': '12',
    'auth_multi_factor.required_for_sign_up': 1,
    'branding.support_email': 'nobody',
  });
  expect(refused).toMatchObject({ code: 2, value: { staged: [] } });
  expect(refused.value.rejected.map((one) => JSON.stringify(one))).toEqual(
    ['public, restricted, waitlist', 'whole number from 8 to 72', 'true or false', 'an email address'].map(
      (fits) => expect.stringContaining(fits),
    ),
  );
  const strange = Array(20).fill(edit('auth_password.min_length', 12, 'app_nobody'));
  expect((await stageAll([...strange, edit('auth_password.min_length', '12')])).code).toBe(2);
  expect((await stage({ 'auth_password.min_length': 12 })).code).toBe(0);
});

describe('secrets out of files', () => {
  const secretFile = async (bytes: Uint8Array | string): Promise<string> => {
    const path = join(folder, `secret-${Math.random()}`);
    await writeFile(path, bytes);
    return path;
  };
  const unlockWith = async (bytes: Uint8Array | string) =>
    runCli(cli, ['status', '--dir', directory, '--json'], {
      TENANTRY_PASSPHRASE: '',
      TENANTRY_PASSPHRASE_FILE: await secretFile(bytes),
    });

  test('UTF-8 opens, with a mark before it and a line break behind it', async () => {
    expect((await unlockWith(`\ufeff${passphrase}\r\n`)).code).toBe(0);
    expect((await unlockWith(passphrase)).code).toBe(0);
  });

  test.each<[string, Uint8Array | string]>([
    ['Latin-1', Buffer.from(passphrase, 'latin1')],
    ['two lines', `${passphrase}\nmore`],
    ['nothing', ''],
    ['UTF-16', Buffer.from(`\ufeff${passphrase}`, 'utf16le')],
  ])('%s is refused, and is no wrong passphrase', async (_, bytes) => {
    const run = jsonOf<Failed>(await unlockWith(bytes));
    expect(run).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  });
});

describe('workspaces', () => {
  test('without a name or a folder are not made', async () => {
    const key = { TENANTRY_API_KEY: sandbox.secretKey };
    const nameless = join(folder, 'nameless');
    for (const name of ['', '   '])
      expect((await tenantry(['init', '--url', sandbox.url, '--name', name], key, '', nameless)).code).toBe(
        2,
      );
    expect(await readdir(folder)).not.toContain('nameless');
    expect((await tenantry(['status'], {}, '', '')).code).toBe(2);
  });

  test('of a newer version are refused as that, and one that was edited sends its key nowhere', async () => {
    const asked: string[] = [];
    const stranger = createServer((request, response) => {
      asked.push(String(request.headers.authorization));
      response.end('{}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const copy = join(folder, 'copy');
    await cp(directory, copy, { recursive: true });
    const path = join(copy, 'workspace.json');
    const json = await readFile(path, 'utf8');
    const told = async (text: string) => {
      await writeFile(path, text);
      return jsonOf<Failed>(await tenantry(['pull'], {}, '', copy));
    };
    expect(await told(json.replace('"version": 1', '"version": 2'))).toMatchObject({
      code: 9,
      value: { error: { code: 'newer-version' } },
    });
    const moved = await told(json.replace(/"url": "[^"]*"/, `"url": "http://127.0.0.1:${port}/v1"`));
    expect(moved).toMatchObject({ code: 8, value: { error: { code: 'address-changed' } } });
    expect(moved.value.error.message).toContain(String(port));
    expect((await told(json.replace(/"url": "[^"]*"/, '"url": "http://192.0.2.2:4799/v1"'))).code).toBe(2);
    expect(asked).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });
});

describe('a pipe that is closed', () => {
  const through = async (words: readonly string[], reader: string) => {
    const line = `"$0" "$@" ${reader}; echo "${'$'}{PIPESTATUS[0]}" >&2`;
    const child = spawn('bash', ['-c', line, process.execPath, cli, ...words, '--dir', directory], {
      env: { ...process.env, TENANTRY_PASSPHRASE: passphrase },
    });
    let told = '';
    child.stderr.on('data', (data: Buffer) => {
      told += data.toString();
    });
    child.stdout.resume();
    await once(child, 'close');
    return told.trim().split('\n');
  };

  test('ends a list quietly, and a disk that is full ends it with 10', async () => {
    const told = await through(['list', 'membership', '--limit', '500'], '| head -1');
    expect(told).toEqual([expect.stringMatching(/^(0|141)$/)]);
    const full = await through(['list', 'membership', '--limit', '500'], '> /dev/full');
    expect(full).toEqual([expect.stringContaining('could not be written (ENOSPC)'), '10']);
  });

  test('does not cut a pull, and apply keeps its code', async () => {
    expect((await through(['pull'], '2>&1 | head -c 5')).at(-1)).toBe('0');
    expect((await through(['apply', '--json'], '| true')).at(-1)).toBe('0');
  });
});
