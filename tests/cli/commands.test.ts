import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { openStore } from '@main/store/open-store';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import type { Result } from '@shared/contract/failure';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { type CliRun, jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

const passphrase = 'correct horse battery staple';
let cli = '';
let sandbox: Sandbox;
let folder = '';
let directory = '';
const outputs: string[] = [];

const unlocked = () => ({ TENANTRY_PASSPHRASE: passphrase });
const keyed = () => ({ ...unlocked(), TENANTRY_API_KEY: sandbox.secretKey });

/** One command on the workspace with `--json`; what it printed is kept for the search for secrets. */
async function tenantry(words: readonly string[], secrets = unlocked(), input = ''): Promise<CliRun> {
  const [command = '', ...rest] = words;
  const run = await runCli(cli, [command, '--dir', directory, '--json', ...rest], secrets, input);
  outputs.push(run.stdout, run.stderr);
  return run;
}

async function memberships(role: string) {
  const response = await fetch(`${sandbox.url}/v1/organization_memberships?limit=500`, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
  });
  type Wire = {
    id: string;
    role: string;
    organization: { id: string };
    public_user_data: { user_id: string };
  };
  const { data } = (await response.json()) as { data: Wire[] };
  return data.filter((membership) => membership.role === role);
}

/** Work on a workspace as the window does it, in this process; one at a time. */
function inProcess(workspace: string) {
  vi.stubEnv('TENANTRY_PASSPHRASE', passphrase);
  return async <T>(work: (engine: Engine) => Promise<Result<T>>): Promise<T> =>
    valueIn(await withWorkspace(workspace, work));
}

const edit = (recordId: string, value: string) => ({
  entity: 'membership',
  recordId,
  action: { verb: 'update', field: 'role', value },
});

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.02 });
  folder = await mkdtemp(join(tmpdir(), 'tenantry-cli-'));
  directory = join(folder, 'workspace');
  const made = jsonOf(await tenantry(['init', '--url', sandbox.url, '--name', 'Northwind'], keyed()));
  expect(made).toMatchObject({ code: 0, value: { name: 'Northwind', protection: 'passphrase' } });
  const pulled = jsonOf(await tenantry(['pull']));
  expect(pulled).toMatchObject({ code: 0, value: { freshness: { kind: 'synced' } } });
});
afterAll(async () => {
  await sandbox.close();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await sandbox.control.clearFaults();
});

test('what is pulled is listed, staged, planned and applied, each by a process of its own', async () => {
  const [one, two] = await memberships('org:member');
  if (one === undefined || two === undefined) throw new Error('the world has members');
  const where = ['--where', 'role=org:member', '--where', `organizationId=${one.organization.id}`];
  const listed = jsonOf<{ rows: { id: string }[]; total: number }>(
    await tenantry(['list', 'membership', ...where, '--sort', 'createdAt', '--limit', '1']),
  );
  expect(listed).toMatchObject({ code: 0, value: { rows: [{ role: 'org:member' }] } });
  expect(listed.value.rows).toHaveLength(1);
  expect(listed.value.total).toBeGreaterThan(0);

  // By what is computed of a row, as by any field; a minus turns the order.
  const full = jsonOf<{ rows: { fullness: number; seatsLevel: string }[]; total: number }>(
    await tenantry(['list', 'organization', '--where', 'seatsLevel!=unlimited', '--sort', '-fullness']),
  );
  expect(full.value.rows).toHaveLength(full.value.total);
  expect(full.value.rows.map(({ fullness }) => fullness)).toEqual(
    full.value.rows.map(({ fullness }) => fullness).toSorted((a, b) => b - a),
  );

  const drafts = JSON.stringify([edit(one.id, 'org:billing'), edit(two.id, 'org:viewer')]);
  const staged = jsonOf<{ staged: { id: string }[] }>(await tenantry(['stage', '-'], unlocked(), drafts));
  expect(staged).toMatchObject({ code: 0, value: { rejected: [], staged: [{}, {}] } });
  expect(jsonOf<{ recordId: string }[]>(await tenantry(['intents'])).value).toMatchObject([
    { recordId: one.id, state: 'staged' },
    { recordId: two.id, state: 'staged' },
  ]);

  // Another admin decided otherwise on the second one.
  await sandbox.control.edit([
    {
      membership: { organization_id: two.organization.id, user_id: two.public_user_data.user_id },
      set: { role: 'org:support' },
    },
  ]);
  expect(jsonOf(await tenantry(['plan']))).toMatchObject({
    code: 5,
    value: {
      steps: [{ verdict: 'clean' }, { verdict: 'conflict', mine: 'org:viewer', theirs: 'org:support' }],
    },
  });
  expect(jsonOf(await tenantry(['apply']))).toMatchObject({
    code: 5,
    value: { report: { applied: 1, conflicts: 1 } },
  });
  expect(jsonOf(await tenantry(['apply', '--resolve', 'mine']))).toMatchObject({
    code: 0,
    value: { report: { applied: 1, conflicts: 0 } },
  });
  expect(jsonOf(await tenantry(['runs']))).toMatchObject({
    code: 0,
    value: { runs: [{ id: '2' }, { id: '1', changes: 1, report: { applied: 1, conflicts: 1 } }] },
  });
  expect(jsonOf(await tenantry(['runs', '1']))).toMatchObject({
    value: {
      trouble: [{ recordId: two.id, state: 'conflict', message: 'It was changed on the service too.' }],
      run: { id: '1' },
    },
  });
  expect(jsonOf(await tenantry(['runs', '7'])).code).toBe(2);
  // Taken back once; the second time it says that nothing is left.
  const undone = await tenantry(['undo-run', '1']);
  expect(jsonOf(undone)).toMatchObject({ code: 0, value: { staged: [{ recordId: one.id }] } });
  expect(undone.stderr).not.toContain('nothing to take back');
  const again = await tenantry(['undo-run', '1']);
  expect(jsonOf(again)).toMatchObject({ code: 0, value: { changeSet: null, staged: [] } });
  expect(again.stderr).toContain('There is nothing to take back');
  expect(jsonOf(await tenantry(['withdraw', '--all'])).code).toBe(0);
  expect((await memberships('org:billing')).map(({ id }) => id)).toContain(one.id);
  expect((await memberships('org:viewer')).map(({ id }) => id)).toContain(two.id);
});

test('where a colleague must approve, apply sends nothing else and ends with 6; what is approved it sends', async () => {
  const [one, two] = await memberships('org:member');
  if (one === undefined || two === undefined) throw new Error('the world has members');
  const home = inProcess(directory);
  await home((engine) => engine.call('requireApproval', { on: true }));
  await tenantry(['stage', '-'], unlocked(), JSON.stringify([edit(one.id, 'org:support')]));
  const refused = await tenantry(['apply']);
  expect(jsonOf(refused)).toMatchObject({ code: 6, value: { error: { code: 'not-approved' } } });
  expect(refused.stderr).toContain('have a colleague approve it');
  expect(jsonOf(await tenantry(['apply', '--resolve', 'mine'])).code).toBe(6);
  expect((await memberships('org:member')).map(({ id }) => id)).toContain(one.id);

  const away = join(folder, 'colleague');
  await runCli(cli, ['init', '--dir', away, '--json', '--url', sandbox.url], keyed());
  const colleague = inProcess(away);
  const signed = await home((engine) =>
    engine.call('exportChangeSet', { id: defaultChangeSetId, signer: 'Ann' }),
  );
  const { changeSet } = await colleague((engine) => engine.call('importChangeSet', { text: signed.text }));
  const verdict = { id: changeSet.id, decision: 'approved', signer: 'Ben' } as const;
  const { text } = await colleague((engine) => engine.call('reviewChangeSet', verdict));
  await home((engine) => engine.call('importChangeSet', { text }));
  await tenantry(['stage', '-'], unlocked(), JSON.stringify([edit(two.id, 'org:support')]));
  expect(jsonOf(await tenantry(['apply']))).toMatchObject({
    code: 6,
    value: { report: { applied: 1, left: 1, stoppedBy: { code: 'not-approved' } } },
  });
  const held = (await memberships('org:support')).map(({ id }) => id);
  expect([held.includes(one.id), held.includes(two.id)]).toEqual([true, false]);
  await home((engine) => engine.call('requireApproval', { on: false }));
  expect(jsonOf(await tenantry(['apply']))).toMatchObject({ code: 0, value: { report: { applied: 1 } } });
});

test('a list is narrowed to one organization, its people by where they are members', async () => {
  const [one] = await memberships('org:member');
  const id = one?.organization.id ?? '';
  const listed = async (...args: readonly string[]) =>
    jsonOf<{ total: number; rows: Record<string, string>[] }>(
      await tenantry(['list', ...args, '--scope', id, '--limit', '500']),
    );
  const members = await listed('membership');
  const people = await listed('user');
  expect(members.value.total).toBeGreaterThan(0);
  expect(members.value.rows.every(({ organizationId }) => organizationId === id)).toBe(true);
  expect(people.value.rows.map((row) => row.id).toSorted()).toEqual(
    members.value.rows.map(({ userId }) => userId).toSorted(),
  );
  expect((await listed('organization')).value.rows).toMatchObject([{ id }]);
  const roles = await tenantry(['list', 'role', '--scope', id]);
  expect(jsonOf(roles)).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  expect(roles.stderr).toContain('roles belong to the whole instance');
  const nowhere = await tenantry(['list', 'user', '--scope', 'org_nowhere']);
  expect(jsonOf(nowhere)).toMatchObject({ value: { error: { code: 'not-found' } } });
});

test('wrong input ends with 2, a rule that is broken with 6, and nothing is staged', async () => {
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"not": "an array"}');
  const [one] = await memberships('org:member');
  const file = await tenantry(['stage', broken]);
  expect(jsonOf(file)).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  expect(file.stderr).toContain('does not hold a JSON array of intents');
  const field = await tenantry(['list', 'membership', '--where', 'shoeSize=44']);
  expect(jsonOf(field)).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  const entity = await tenantry(['list', 'planet']);
  expect([entity.code, entity.stderr]).toEqual([2, expect.stringContaining('no entity "planet"')]);
  const option = await tenantry(['init', '--url', sandbox.url, '--api-key', 'sk_test_1']);
  expect([option.code, option.stderr]).toEqual([2, expect.stringContaining('unknown option')]);
  // English, whatever the system and the window speak: scripts read it.
  const german = { ...unlocked(), LANG: 'de_DE.UTF-8', TENANTRY_LANGUAGE: 'de' };
  const nowhere = await runCli(cli, ['status', '--dir', join(folder, 'nowhere'), '--json'], german);
  const message = `There is no workspace in ${join(folder, 'nowhere')}.`;
  expect(jsonOf(nowhere)).toMatchObject({
    code: 2,
    value: { error: { code: 'workspace-missing', message } },
  });
  const drafts = JSON.stringify([edit(one?.id ?? '', 'org:emperor')]);
  const rule = await tenantry(['stage', '-'], unlocked(), drafts);
  expect(jsonOf(rule)).toMatchObject({ code: 6, value: { staged: [], rejected: [{}] } });
});

test('a wrong passphrase ends with 8, none at all with 2, and the database is left as it was', async () => {
  const path = join(directory, 'tenantry.db');
  const before = await readFile(path);
  const wrong = await tenantry(['status'], { TENANTRY_PASSPHRASE: 'guess' });
  expect(jsonOf(wrong)).toMatchObject({ code: 8, value: { error: { code: 'wrong-passphrase' } } });
  expect(wrong.stderr).toMatch(/passphrase/i);
  const none = await runCli(cli, ['status', '--dir', directory, '--json']);
  expect(jsonOf(none)).toMatchObject({ code: 2, value: { error: { code: 'invalid-input' } } });
  expect(none.stderr).toContain('TENANTRY_PASSPHRASE_FILE');
  expect(Buffer.compare(await readFile(path), before)).toBe(0);
});

test('while another process has the workspace open, a command ends with 7', async () => {
  const lock = await lockWorkspace(directory);
  if (!lock.ok) throw new Error(lock.error.message);
  try {
    const refused = jsonOf(await tenantry(['status']));
    expect(refused).toMatchObject({ code: 7, value: { error: { code: 'workspace-open-elsewhere' } } });
  } finally {
    await lock.value.release();
  }
});

test('a service that refuses the key ends with 4, one that is away with 3, a damaged file with 9', async () => {
  await sandbox.control.revokeKeys();
  const refused = await tenantry(['pull']);
  expect(jsonOf(refused)).toMatchObject({ code: 4, value: { error: { code: 'key-refused' } } });
  await sandbox.control.restoreKeys();
  await sandbox.control.down('refused');
  const away = await tenantry(['pull']);
  expect(jsonOf(away)).toMatchObject({ code: 3, value: { error: { code: 'offline' } } });
  expect(away.stderr).toContain('it goes on where it stopped');
  await sandbox.control.up();

  const path = join(directory, 'tenantry.db');
  const good = await readFile(path);
  await writeFile(path, Buffer.concat([good.subarray(0, 4_096), Buffer.alloc(good.length - 4_096, 7)]));
  expect(jsonOf(await tenantry(['status']))).toMatchObject({
    code: 9,
    value: { error: { code: 'database-damaged' } },
  });
  await writeFile(path, good);
  expect(jsonOf(await tenantry(['status'])).code).toBe(0);
});

test('no secret was ever printed, or lies readable in the workspace', async () => {
  const texts = [...outputs];
  for (const name of await readdir(directory)) texts.push(await readFile(join(directory, name), 'latin1'));
  expect(outputs.length).toBeGreaterThan(2);
  for (const text of texts) {
    expect(text).not.toContain(sandbox.secretKey);
    expect(text).not.toContain(passphrase);
  }
  await expect(openStore({ directory, key: '0'.repeat(64), now: Date.now })).rejects.toMatchObject({
    code: 'wrong-key',
  });
});
