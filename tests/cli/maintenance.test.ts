import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project-root';
import { buildCli } from './build-cli';
import { type CliRun, jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

const passphrase = 'correct horse battery staple';
let cli = '';
let sandbox: Sandbox;
let folder = '';
let workspace = '';
let backup = '';

const tenantry = (
  words: readonly string[],
  directory = workspace,
  secrets: Record<string, string> = {},
): Promise<CliRun> =>
  runCli(cli, [...words, '--dir', directory, '--json'], { TENANTRY_PASSPHRASE: passphrase, ...secrets });

const openIntents = async (directory: string) =>
  jsonOf<{ action: unknown; state: string }[]>(await tenantry(['intents'], directory)).value;

/** A copy of the backup with one bit changed. */
async function flipped(position: number): Promise<string> {
  const bytes = await readFile(backup);
  const at = position < 0 ? bytes.length + position : position;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  const path = join(folder, `flipped-${at}.backup`);
  await writeFile(path, bytes);
  return path;
}

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.02 });
  folder = await mkdtemp(join(tmpdir(), 'tenantry-care-'));
  workspace = join(folder, 'workspace');
  backup = join(folder, 'acme.backup');
  const init = ['init', '--url', sandbox.url, '--name', 'Acme'];
  expect((await tenantry(init, workspace, { TENANTRY_API_KEY: sandbox.secretKey })).code).toBe(0);
  expect((await tenantry(['pull'])).code).toBe(0);
  const listed = jsonOf<{ rows: { id: string }[] }>(await tenantry(['list', 'organization', '--limit', '1']));
  const drafts = join(folder, 'drafts.json');
  const action = { verb: 'update', field: 'name', value: 'Named offline' };
  await writeFile(
    drafts,
    JSON.stringify([{ entity: 'organization', recordId: listed.value.rows[0]?.id, action }]),
  );
  expect((await tenantry(['stage', drafts])).code).toBe(0);
  const made = jsonOf(await tenantry(['backup', backup]));
  expect(made).toMatchObject({ code: 0, value: { path: backup, openIntents: 1 } });
});
afterAll(async () => {
  await sandbox.close();
});

test('a backup is one file without a readable secret, and no other file is overwritten', async () => {
  const text = await readFile(backup, 'latin1');
  for (const secret of [sandbox.secretKey, passphrase, 'Named offline']) expect(text).not.toContain(secret);
  expect((await readdir(folder)).filter((name) => name.startsWith('acme.backup'))).toEqual(['acme.backup']);
  const again = jsonOf(await tenantry(['backup', backup]));
  expect(again).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  expect(await readFile(backup, 'latin1')).toBe(text);
  const inside = join(workspace, 'x.backup');
  expect(jsonOf(await tenantry(['backup', inside]))).toMatchObject({ code: 2 });
  expect(existsSync(inside)).toBe(false);
});

test('a workspace that is gone comes back with its open edits, works on, and is never restored over', async () => {
  const back = join(folder, 'new', 'back');
  const restored = jsonOf(await tenantry(['restore', backup], back));
  expect(restored).toMatchObject({ code: 0, value: { workspace: { name: 'Acme' }, openIntents: 1 } });
  expect(await openIntents(back)).toMatchObject([{ state: 'staged', action: { value: 'Named offline' } }]);
  expect(jsonOf(await tenantry(['pull'], back))).toMatchObject({
    code: 0,
    value: { freshness: { kind: 'synced' } },
  });
  expect(jsonOf(await tenantry(['apply'], back))).toMatchObject({
    code: 0,
    value: { report: { applied: 1 } },
  });
  expect(jsonOf(await tenantry(['restore', backup], back))).toMatchObject({ code: 2 });
  expect(await openIntents(back)).toEqual([]);
});

test('a flipped bit is named wherever it is, and nothing is restored', async () => {
  const target = join(folder, 'untouched');
  const flips: readonly (readonly [number, RegExp])[] = [
    [4_096 * 10 + 77, /page 11 of its database/],
    [3, /page 1 of its database/],
    [-300, /list behind its database/],
    [-5, /not a whole backup/],
  ];
  await Promise.all(
    flips.map(async ([at, words]) => {
      const refused = await tenantry(['restore', await flipped(at)], `${target}${at}`);
      expect(jsonOf(refused)).toMatchObject({ code: 9, value: { error: { code: 'database-damaged' } } });
      expect(refused.stderr).toMatch(words);
      expect(existsSync(`${target}${at}`)).toBe(false);
    }),
  );
});

test('a wrong passphrase restores nothing, and a folder that was empty is empty again', async () => {
  const target = join(folder, 'empty');
  await mkdir(target);
  const refused = await tenantry(['restore', backup], target, { TENANTRY_PASSPHRASE: 'another one' });
  expect(jsonOf(refused)).toMatchObject({ code: 8, value: { error: { code: 'wrong-passphrase' } } });
  const damaged = await tenantry(['restore', await flipped(50_000)], target);
  expect(damaged.code).toBe(9);
  expect(await readdir(target)).toEqual([]);
});

test('a disk that takes no more leaves no half a backup', async () => {
  const to = join(folder, 'cut.backup');
  // No file may become longer than the database is: the copy of it fits, what comes behind does not.
  const blocks = (await stat(join(workspace, 'tenantry.db'))).size / 512;
  const words = [cli, 'backup', to, '--dir', workspace, '--json'];
  const run = promisify(execFile)(
    '/bin/sh',
    ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...words],
    {
      env: { ...process.env, TENANTRY_PASSPHRASE: passphrase },
    },
  );
  await expect(run).rejects.toMatchObject({ code: 10, stdout: expect.stringContaining('was not finished') });
  expect((await readdir(folder)).filter((name) => name.startsWith('cut'))).toEqual([]);
});

test('a file that is named wrongly is an error that says so, and none is left half written', async () => {
  const to = join(folder, 'missing', 'x');
  for (const words of [
    ['backup', to],
    ['staged-edits', to],
    ['export', 'user', '--out', to],
    ['doctor', '--bundle', to],
    ['snapshot', to],
  ]) {
    const { code, stdout, stderr } = await tenantry(words, workspace, {
      TENANTRY_SNAPSHOT_PASSPHRASE: passphrase,
    });
    expect([words, code]).toEqual([words, 2]);
    expect(stdout + stderr).toContain(`There is no folder ${dirname(to)}. Nothing was written.`);
  }
  const lines = join(folder, 'lines.csv');
  await writeFile(lines, 'email,banned\nnobody@nowhere.example,true\n');
  const asked = ['import', lines, '--entity', 'user', '--set', 'banned=true', '--refused'];
  for (const refused of [to, lines]) {
    const { code, value } = jsonOf<{ error: { message: string } }>(await tenantry([...asked, refused]));
    expect([refused, code]).toEqual([refused, 2]);
    expect(value.error.message).toContain('Nothing was staged');
  }
  expect(await readFile(lines, 'utf8')).toContain('nobody@nowhere.example');
  const half = join(folder, 'half');
  const module = join(projectRoot, 'src-main/workspace/named-file.ts');
  const write = `const wanted = '${module}'; import(wanted).then(async ({ writeNewFile }) =>
    console.log(JSON.stringify(await writeNewFile('${half}', 'x'.repeat(5_000)))))`;
  const { stdout } = await promisify(execFile)(
    '/bin/sh',
    ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, '--import', 'tsx', '-e', write],
    { cwd: projectRoot },
  );
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'disk-error' } });
  expect(await readdir(folder)).not.toContain('half');
});

test('check tells damage in the database and in the journal apart, and changes neither', async () => {
  const copy = join(folder, 'copy');
  await mkdir(copy);
  for (const name of ['workspace.json', 'tenantry.db', 'tenantry.intents', 'tenantry.db-mark']) {
    await copyFile(join(workspace, name), join(copy, name));
  }
  const journal = join(copy, 'tenantry.intents');
  const lines = await readFile(journal, 'latin1');
  await writeFile(journal, lines.replace(/^(\n?.{40})./, '$1*'));
  expect(jsonOf(await tenantry(['check'], copy))).toMatchObject({
    code: 9,
    value: { verdict: 'journal-behind', journal: { openIntents: 0, unreadableLines: 1 } },
  });
  await writeFile(journal, lines);

  const database = join(copy, 'tenantry.db');
  const bytes = await readFile(database);
  bytes.writeUInt8(bytes.readUInt8(90_000) ^ 1, 90_000);
  await writeFile(database, bytes);
  expect(jsonOf(await tenantry(['check'], copy))).toMatchObject({
    code: 9,
    value: { verdict: 'damaged', damagedPages: [22], journal: { openIntents: 1 } },
  });
  expect(Buffer.compare(await readFile(database), bytes)).toBe(0);
  // Nothing is done unasked, however often it is opened.
  for (let time = 0; time < 2; time += 1) {
    const refused = await tenantry(['status'], copy);
    expect(jsonOf(refused)).toMatchObject({ code: 9, value: { error: { code: 'database-damaged' } } });
    expect(refused.stderr).toContain('staged-edits FILE or salvage');
  }
  expect(Buffer.compare(await readFile(database), bytes)).toBe(0);
  const edits = join(folder, 'edits.json');
  expect(jsonOf(await tenantry(['staged-edits', edits], copy)).value).toEqual({
    ...{ path: edits, edits: 1, unsure: 0, unreadableLines: 0 },
  });
  expect(JSON.parse(await readFile(edits, 'utf8'))).toMatchObject([
    { entity: 'organization', action: { verb: 'update', value: 'Named offline' } },
  ]);
  expect((await tenantry(['staged-edits', edits], copy)).code).toBe(2);
  const salvaged = await tenantry(['salvage'], copy);
  expect(jsonOf(salvaged)).toMatchObject({ code: 0, value: { openIntents: 1, unreadableLines: 0 } });
  // The edit was in the journal, whatever page it lay on.
  expect(await openIntents(copy)).toMatchObject([{ action: { value: 'Named offline' } }]);
});

test('a sound workspace is not salvaged, and a damaged workspace.json ends with 9', async () => {
  expect(jsonOf(await tenantry(['salvage'], workspace))).toMatchObject({
    code: 2,
    value: { error: { message: expect.stringContaining('is not damaged') } },
  });
  const torn = join(folder, 'torn');
  await mkdir(torn);
  const text = await readFile(join(workspace, 'workspace.json'), 'utf8');
  await writeFile(join(torn, 'workspace.json'), text.slice(0, 40));
  expect(jsonOf(await tenantry(['status'], torn))).toMatchObject({
    code: 9,
    value: { error: { code: 'database-damaged' } },
  });
});

test('rekey: only the new passphrase opens the workspace, and a change that was cut off goes on', async () => {
  const fresh = { TENANTRY_NEW_PASSPHRASE: 'another horse, another staple' };
  const opened = { TENANTRY_PASSPHRASE: fresh.TENANTRY_NEW_PASSPHRASE };
  const old = await readFile(join(workspace, 'workspace.json'));
  const sealedByOld = join(workspace, 'proxy-logins.json');
  await writeFile(sealedByOld, '{}');
  expect((await tenantry(['rekey'], workspace, { TENANTRY_NEW_PASSPHRASE: 'short' })).code).toBe(2);
  expect(jsonOf(await tenantry(['rekey'], workspace, fresh))).toMatchObject({
    code: 0,
    value: { name: 'Acme' },
  });
  expect(existsSync(sealedByOld)).toBe(false);
  expect((await tenantry(['status'])).code).toBe(8);
  expect(jsonOf(await tenantry(['check'], workspace, opened))).toMatchObject({
    code: 0,
    value: { verdict: 'sound', journal: { openIntents: 1 } },
  });

  // As a crash between the database and workspace.json leaves it.
  await rename(join(workspace, 'workspace.json'), join(workspace, 'workspace.json.next'));
  await writeFile(join(workspace, 'workspace.json'), old);
  const halfway = await tenantry(['status']);
  expect(jsonOf(halfway)).toMatchObject({ code: 8, value: { error: { code: 'wrong-key' } } });
  expect(halfway.stderr).toContain('Run rekey again');
  const other = { TENANTRY_NEW_PASSPHRASE: 'not the one it was begun with' };
  expect((await tenantry(['rekey'], workspace, other)).code).toBe(8);
  expect((await tenantry(['rekey'], workspace, fresh)).code).toBe(0);
  expect((await tenantry(['intents'], workspace, opened)).stdout).toContain('Named offline');
});
