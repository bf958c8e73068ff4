import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { openClosedStore } from '@main/store/maintenance/closed-store';
import { readWorkspace } from '@main/workspace/read-workspace';
import { endOf } from '@main/workspace/snapshot-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { EntityName } from '@shared/domain/entity';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { type CliRun, jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly state?: string;
}

const own = 'correct horse battery staple';
const given = 'a passphrase for the auditor';
let cli = '';
let sandbox: Sandbox;
let folder = '';
let workspace = '';

const tenantry = (words: readonly string[], directory = workspace, passphrase = own): Promise<CliRun> =>
  runCli(cli, [...words, '--dir', directory, '--json'], {
    TENANTRY_PASSPHRASE: passphrase,
    TENANTRY_SNAPSHOT_PASSPHRASE: given,
    ...(words[0] === 'init' && { TENANTRY_API_KEY: sandbox.secretKey }),
  });

async function rowsOf(entity: string, directory = workspace, passphrase = own): Promise<readonly Row[]> {
  const listed = await tenantry(['list', entity, '--limit', '500'], directory, passphrase);
  return jsonOf<{ rows: readonly Row[] }>(listed).value.rows;
}

/** Restores a snapshot into a folder of its own. */
async function opened(file: string): Promise<string> {
  const directory = join(folder, `from-${Math.random().toString(36).slice(2)}`);
  expect(jsonOf(await tenantry(['restore', file], directory, given))).toMatchObject({ code: 0 });
  return directory;
}

/** Resolves once a hidden folder is made in a place. */
async function folderIn(place: string): Promise<void> {
  for await (const { filename } of watch(place)) if (filename?.startsWith('.')) return;
}

/** All that the closed database of a workspace holds, as text, and the ids of its records. */
async function heldIn(directory: string, passphrase: string) {
  const closed = valueIn(await readWorkspace(directory));
  const { databaseKey } = valueIn(await unlockWorkspace(closed, { passphrase }));
  const store = openClosedStore(directory, databaseKey);
  try {
    const records = EntityName.options.flatMap((entity) => [...store.records(entity)]);
    const text = JSON.stringify([records, [...store.history()], [...store.meta()]]);
    return { text, ids: new Set<string>(records.map(({ id }) => id)) };
  } finally {
    store.close();
  }
}

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'northwind', seed: 5, scale: 0.02 });
  folder = await mkdtemp(join(tmpdir(), 'tenantry-snapshot-'));
  workspace = join(folder, 'workspace');
  expect((await tenantry(['init', '--url', sandbox.url, '--name', 'Northwind'])).code).toBe(0);
  expect((await tenantry(['pull'])).code).toBe(0);
});
afterAll(async () => {
  await sandbox.close();
});

test('a snapshot holds what the service was seen to hold, nothing staged and no key, and takes no edits', async () => {
  const [organization] = await rowsOf('organization');
  const drafts = join(folder, 'drafts.json');
  const action = { verb: 'update', field: 'name', value: 'Named offline' };
  const made = { verb: 'create', values: { name: 'Made offline', slug: 'made-offline' } };
  await writeFile(
    drafts,
    JSON.stringify([
      { entity: 'organization', recordId: organization?.id, action },
      { entity: 'organization', action: made },
    ]),
  );
  expect((await tenantry(['stage', drafts])).code).toBe(0);
  const file = join(folder, 'whole.snapshot');
  const written = jsonOf<{ records: number }>(await tenantry(['snapshot', file]));
  expect(written).toMatchObject({ code: 0, value: { path: file, organization: null, expiresAt: 0 } });
  expect(jsonOf(await tenantry(['snapshot', file]))).toMatchObject({ code: 2 });
  const text = await readFile(file, 'latin1');
  for (const secret of [sandbox.secretKey, own, given, 'Named offline']) expect(text).not.toContain(secret);
  expect((await readdir(folder)).filter((name) => name.includes('whole'))).toEqual(['whole.snapshot']);

  // The workspace's own passphrase opens nothing of it.
  const wrong = join(folder, 'wrong');
  expect(jsonOf(await tenantry(['restore', file], wrong))).toMatchObject({ code: 8 });
  expect(existsSync(wrong)).toBe(false);

  const copy = await opened(file);
  const { value: status } = jsonOf<{ counts: Record<string, number>; freshness: { asOf: number } }>(
    await tenantry(['status'], copy, given),
  );
  expect(status).toMatchObject({ freshness: { kind: 'offline', by: 'choice' }, intents: { staged: 0 } });
  expect(status.freshness.asOf).toBeGreaterThan(0);
  expect(Object.values(status.counts).reduce((sum, count) => sum + count, 0)).toBe(written.value.records);
  const there = await rowsOf('organization', copy, given);
  const here = await rowsOf('organization');
  expect(there.map(({ id }) => id).sort()).toEqual(
    here
      .filter(({ name }) => name !== 'Made offline')
      .map(({ id }) => id)
      .sort(),
  );
  expect(there.find(({ id }) => id === organization?.id)).toMatchObject({
    name: organization?.name,
    state: 'synced',
  });

  expect(jsonOf(await tenantry(['stage', drafts], copy, given))).toMatchObject({
    code: 6,
    value: { error: { code: 'read-only' } },
  });
  expect(jsonOf(await tenantry(['pull'], copy, given))).toMatchObject({ code: 6 });
  expect(jsonOf(await tenantry(['snapshot', join(folder, 'again')], copy, given))).toMatchObject({ code: 6 });
  expect(existsSync(join(folder, 'again'))).toBe(false);
  const answer = jsonOf(await tenantry(['access', 'who-can', 'org:sys_memberships:manage'], copy, given));
  expect(answer).toEqual(jsonOf(await tenantry(['access', 'who-can', 'org:sys_memberships:manage'])));
});

test('a snapshot of one organization holds its people, and nobody else', async () => {
  const organizations = await rowsOf('organization');
  const memberships = (await rowsOf('membership')) as readonly (Row & {
    readonly organizationId: string;
    readonly userId: string;
  })[];
  const chosen = organizations.find(({ id }) => memberships.some((each) => each.organizationId === id));
  const file = join(folder, 'one.snapshot');
  const written = await tenantry(['snapshot', file, '--org', chosen?.id ?? '']);
  expect(jsonOf(written)).toMatchObject({ code: 0, value: { organization: { id: chosen?.id } } });
  const copy = await opened(file);
  const ids = async (entity: string) => (await rowsOf(entity, copy, given)).map(({ id }) => id).sort();
  const members = memberships.filter(({ organizationId }) => organizationId === chosen?.id);
  expect(await ids('organization')).toEqual([chosen?.id]);
  expect(await ids('membership')).toEqual(members.map(({ id }) => id).sort());
  expect(await ids('user')).toEqual([...new Set(members.map(({ userId }) => userId))].sort());
  expect(await ids('role')).toEqual((await rowsOf('role')).map(({ id }) => id).sort());
  expect(await ids('instanceInvitation')).toEqual([]);
  // What is left out is not in the file either: its pages, once opened, name nobody of another organization.
  const others = organizations.filter(({ id }) => id !== chosen?.id);
  const history = await tenantry(['history', '--limit', '500'], copy, given);
  for (const { id } of others) expect(history.stdout).not.toContain(id);

  const ours = await heldIn(copy, given);
  const all = await heldIn(workspace, own);
  expect([...all.ids].filter((id) => !ours.ids.has(id) && ours.text.includes(`"${id}"`))).toEqual([]);
  // Nor does it tell how many others there are.
  const { value: status } = jsonOf<{
    readonly counts: Readonly<Record<string, number>>;
    readonly collections: readonly { readonly entity: string; readonly total: number }[];
  }>(await tenantry(['status'], copy, given));
  for (const { entity, total } of status.collections)
    expect([entity, total]).toEqual([entity, status.counts[entity]]);

  const nowhere = join(folder, 'nowhere.snapshot');
  expect(jsonOf(await tenantry(['snapshot', nowhere, '--org', 'org_nobody']))).toMatchObject({ code: 2 });
  expect(existsSync(nowhere)).toBe(false);
});

test('a snapshot that has ended does not open, and no edit of its file makes it last', async () => {
  const file = join(folder, 'short.snapshot');
  expect((await tenantry(['snapshot', file, '--until', '2999-01-01'])).code).toBe(0);
  const copy = await opened(file);
  const label = join(copy, 'workspace.json');
  const text = await readFile(label, 'utf8');
  expect((await tenantry(['status'], copy, given)).code).toBe(0);
  const { expiresAt } = JSON.parse(text).snapshot;
  await writeFile(label, text.replace(String(expiresAt), '0'));
  expect(jsonOf(await tenantry(['status'], copy, given))).toMatchObject({
    code: 8,
    value: { error: { code: 'address-changed' } },
  });
  await writeFile(label, text);
  expect((await tenantry(['status'], copy, given)).code).toBe(0);
  expect((await tenantry(['snapshot', join(folder, 'past'), '--until', '2020-01-01'])).code).toBe(2);
});

test('a snapshot that was opened here does not open by a clock that was set back since, also once it has ended', async () => {
  onTestFinished(() => void vi.useRealTimers());
  const file = join(folder, 'until.snapshot');
  const day = 86_400_000;
  const until = new Date(Date.now() + 60 * day).toISOString().slice(0, 10);
  expect((await tenantry(['snapshot', file, '--until', until])).code).toBe(0);
  const copy = await opened(file);
  const today = Date.now();
  const openOn = async (at: number): Promise<string> => {
    vi.useFakeTimers({ now: at, toFake: ['Date'] });
    const secrets = await unlockWorkspace(valueIn(await readWorkspace(copy)), { passphrase: given });
    return secrets.ok ? 'opened' : `${secrets.error.code}: ${secrets.error.message}`;
  };
  expect(await openOn(today)).toBe('opened');
  expect(await openOn(today + 20 * day)).toBe('opened');
  // Half a day is a zone, or a clock that was set right.
  expect(await openOn(today + 19.5 * day)).toBe('opened');
  expect(await openOn(today + 5 * day)).toMatch(/^expired: .* it was set back/);
  expect(await openOn(today + 70 * day)).toMatch(/^expired: This snapshot ended on/);
  expect(await openOn(today + 21 * day)).toMatch(/^expired: .* it was set back/);
});

test('a snapshot that is open ends on its day, and knows at its next opening how late it was', async () => {
  onTestFinished(() => void vi.useRealTimers());
  const file = join(folder, 'while-open.snapshot');
  const day = 86_400_000;
  const until = new Date(Date.now() + 60 * day).toISOString().slice(0, 10);
  expect((await tenantry(['snapshot', file, '--until', until])).code).toBe(0);
  const copy = await opened(file);
  const workspace = valueIn(await readWorkspace(copy));
  const hasEnded = endOf(workspace);
  const expiresAt = workspace.info.snapshot?.expiresAt ?? 0;
  const told = (): Promise<string> => readFile(workspacePaths(copy).seen, 'utf8');
  for (const [at, ended] of [
    [expiresAt - 1, false],
    [expiresAt, true],
  ] as const) {
    expect(hasEnded(at)).toBe(ended);
    await vi.waitFor(async () => expect(Number(await told())).toBe(at));
  }
  vi.useFakeTimers({ now: Date.now() + 40 * day, toFake: ['Date'] });
  expect(await unlockWorkspace(workspace, { passphrase: given })).toMatchObject({
    ok: false,
    error: { code: 'expired', message: expect.stringContaining('was set back') },
  });
  const { snapshot: _ends, ...lasting } = workspace.info;
  expect(endOf({ ...workspace, info: lasting })(Number.MAX_SAFE_INTEGER)).toBe(false);
});

test('a snapshot that is broken off by Ctrl+C leaves nothing behind, whatever its name', async () => {
  const place = join(folder, 'broken-off');
  await mkdir(place);
  const file = join(place, 'x'.repeat(240));
  const written = folderIn(place);
  const child = spawn(process.execPath, [cli, 'snapshot', file, '--dir', workspace, '--json'], {
    env: { ...process.env, TENANTRY_PASSPHRASE: own, TENANTRY_SNAPSHOT_PASSPHRASE: given },
  });
  await written;
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
  expect(await readdir(place)).toEqual([]);
  expect(jsonOf(await tenantry(['snapshot', file]))).toMatchObject({ code: 0 });
  expect(await readdir(place)).toEqual(['x'.repeat(240)]);
});
