import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { backUpWorkspace } from '@main/cli/back-up-workspace';
import { countExitCode, countPeople } from '@main/cli/count-people';
import { exitCodes } from '@main/cli/exit-code';
import { findExitCode, findPerson } from '@main/cli/find-person';
import { planCounted, pull } from '@main/cli/run-command';
import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { createWorkspace } from '@main/workspace/create-workspace';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { EntityName, modelOf } from '@shared/domain/entity';
import { RecordId, WorkspaceId } from '@shared/domain/ids';
import { expect, it, onTestFinished, vi } from 'vitest';
import { filesHolding } from '../support/folders/files-holding';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { listen } from './listen';
import { leaveAll, leaveCopies, readAll } from './what-leaves';

vi.setConfig({ testTimeout: 600_000 });

const passphrase = 'correct horse battery staple';
/** The same person in two pools, as far as anybody can tell. */
const shared = 'canary@both.example';

/** A platform, with the people of two of its applications copied as workspaces of their own; each with a canary that only it may know. */
async function openPools() {
  vi.stubEnv('TENANTRY_PASSPHRASE', passphrase);
  const root = await temporaryFolder();
  const sandbox = await startSandbox({ world: 'campus', scale: 0.02 });
  onTestFinished(() => sandbox.close());
  const production = sandbox.applications.filter(({ environment }) => environment === 'production');

  const make = async (id: string, apiKey: string, platform?: WorkspaceInfo['platform']) => {
    const directory = join(root, id);
    valueIn(
      await createWorkspace({
        directory,
        id: WorkspaceId.parse(id),
        name: id,
        scenario: platform === undefined ? 'platforms' : 'b2b',
        kind: 'remote',
        environment: 'production',
        url: `${sandbox.url}/v1`,
        apiKey,
        protection: { kind: 'passphrase', passphrase },
        createdAt: Date.now(),
        ...(platform && { platform }),
      }),
    );
    valueIn(await withWorkspace(directory, pull));
    return directory;
  };

  const pools = [];
  for (const [place, { id, secretKey }] of production.slice(0, 2).entries()) {
    const marker = `canary${randomBytes(12).toString('hex')}`;
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.url}/v1/users`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({
        email_address: [shared],
        first_name: 'Canary',
        last_name: marker,
        public_metadata: { marker },
        skip_password_requirement: true,
      }),
    });
    expect(answer.status).toBe(200);
    const { id: personId } = await answer.json();
    const organizations = await fetch(`${sandbox.url}/v1/organizations?limit=1`, { headers });
    const [organization] = (await organizations.json()).data;
    const joined = await fetch(`${sandbox.url}/v1/organizations/${organization.id}/memberships`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ user_id: personId, role: 'org:student' }),
    });
    expect(joined.status).toBe(200);
    const applicationId = RecordId.parse(id);
    const platform = { workspaceId: WorkspaceId.parse('platform'), applicationId };
    /** Its people, as the service has them. */
    const held = async (): Promise<readonly { readonly two_factor_enabled: boolean }[]> => {
      const people = await fetch(`${sandbox.url}/v1/users?limit=500`, { headers });
      return people.json();
    };
    const copied = await make(`pool-${place}`, secretKey, platform);
    pools.push({ marker, applicationId: id, directory: copied, held });
  }
  const directory = await make('platform', sandbox.platformToken);
  const [one, other] = pools;
  if (one === undefined || other === undefined) throw new Error('the platform has two applications');
  return { root, platform: directory, one, other, strangers: production.length - 2 };
}

/** Everything that the engine of a workspace answers: rows of every kind, what is found by a text, history. */
async function answersOf(directory: string, text: string): Promise<string> {
  const read = async (engine: Engine): Promise<Result<string>> => {
    const parts: unknown[] = [await engine.call('status', {}), await engine.call('history', { limit: 500 })];
    for (const entity of EntityName.options) {
      parts.push(await engine.call('page', { entity, limit: 500 }));
      if (modelOf(entity).fields.name) parts.push(await engine.call('page', { entity, text, limit: 500 }));
    }
    return success(JSON.stringify(parts));
  };
  return valueIn(await withWorkspace(directory, read));
}

it('two pools with one address in common: each finds its own, and nothing of one is in any file or answer of another', async () => {
  const { root, platform, one, other, strangers } = await openPools();
  const markers = [one.marker, other.marker];

  const heardOf = listen();
  const { pools, unreadable } = valueIn(await findPerson(platform, shared));
  const heard = heardOf();
  expect(heard).toMatch(/: 1 found/);
  for (const marker of [...markers, shared, 'Canary']) expect(heard).not.toContain(marker);
  expect(findExitCode({ pools, unreadable })).toBe(0);
  expect(pools.filter(({ state }) => state === 'no-copy')).toHaveLength(strangers);
  for (const [own, foreign] of [
    [one, other],
    [other, one],
  ] as const) {
    const answer = pools.find(({ applicationId }) => applicationId === own.applicationId);
    expect(answer).toMatchObject({
      state: 'asked',
      total: 1,
      hits: [{ email: shared, name: `Canary ${own.marker}`, organizations: 1 }],
    });
    expect(JSON.stringify(answer)).not.toContain(foreign.marker);

    const told = await answersOf(own.directory, shared);
    expect(told).toContain(own.marker);
    expect(told).not.toContain(foreign.marker);
    expect(await answersOf(own.directory, foreign.marker)).not.toContain(foreign.marker);
    valueIn(await backUpWorkspace(own.directory, join(root, `${own.applicationId}.backup`)));
  }
  const counted = valueIn(await countPeople(platform));
  expect(counted.withoutCopy).toHaveLength(strangers);
  const held = await Promise.all([one, other].map((pool) => pool.held()));
  expect(counted.people).toBe(held.flat().length);
  const bare = held.flat().filter((person) => !person.two_factor_enabled).length;
  expect([bare > 0, bare < counted.people, counted.withoutSecondFactor]).toEqual([true, true, bare]);
  expect(valueIn(await countPeople(platform, [other.applicationId])).people).toBe(held[1]?.length);
  // A plan says the same of what is staged, of the applications that get it, before anything is sent.
  const require = [one, other].map(({ applicationId }) => ({
    entity: 'application',
    recordId: applicationId,
    action: { verb: 'update', field: 'config.auth_multi_factor.required_for_sign_up', value: true },
  }));
  const { staged } = valueIn(
    await withWorkspace(platform, (engine) => engine.call('stage', { drafts: require })),
  );
  const getIt = [one, other].filter((pool) => staged.some(({ recordId }) => recordId === pool.applicationId));
  const theirs = (await Promise.all(getIt.map((pool) => pool.held()))).flat();
  const { met, steps } = valueIn(await planCounted(platform));
  expect([steps.length > 0, steps.length]).toEqual([true, getIt.length]);
  expect(met).toMatchObject([
    {
      ...{ value: true, people: theirs.length, withoutCopy: [], notCounted: [] },
      met: theirs.filter((person) => !person.two_factor_enabled).length,
    },
  ]);
  valueIn(await withWorkspace(platform, (engine) => engine.call('undo', {})));
  const strange = await countPeople(platform, ['app_nobody']);
  expect(strange).toMatchObject({ ok: false, error: { code: 'not-found' } });

  // What leaves each of them: its own canary is in its people's tables and in what is signed, nobody else's is anywhere.
  const leaving = join(root, 'leaving');
  await mkdir(leaving);
  for (const directory of [one.directory, other.directory, platform])
    await leaveAll(directory, join(leaving, basename(directory)));
  for (const directory of [one.directory, platform])
    await leaveCopies(directory, join(leaving, basename(directory)));
  const left = await readAll(leaving);
  const of = (directory: string, marker: string) =>
    [...left].flatMap(([file, text]) =>
      file.startsWith(`${basename(directory)}/`) && text.includes(marker) ? [basename(file)] : [],
    );
  for (const own of [one, other])
    expect(of(own.directory, own.marker)).toEqual(
      expect.arrayContaining([
        ...['user.csv', 'user.xlsx', 'user.jsonl', expect.stringContaining('tenantry')],
        ...['membership.xlsx', 'review.json', 'review.entra', 'review.html'],
      ]),
    );
  for (const { directory } of [one, other, { directory: platform }])
    for (const foreign of [one, other])
      if (foreign.directory !== directory) expect(of(directory, foreign.marker)).toEqual([]);
  expect(of(one.directory, one.marker)).toContain('snapshot.txt');
  // Whoever is sent the report of the doctor learns of no canary, not even of its own.
  for (const { directory } of [one, { directory: platform }]) {
    const report = left.get(`${basename(directory)}/doctor.zip`);
    expect(report).toContain('versions');
    for (const text of [...markers, shared]) expect(report).not.toContain(text);
  }
  expect(of(platform, '')).toEqual(
    expect.arrayContaining([
      'application.jsonl',
      'history.xlsx',
      'snapshot.txt',
      expect.stringMatching(/zone$/),
    ]),
  );
  await rm(leaving, { recursive: true });

  const fleet = await answersOf(platform, shared);
  for (const marker of [...markers, shared]) expect(fleet).not.toContain(marker);

  // Raw bytes of databases, write-ahead logs, journals, vaults and backups: nobody's people stand there to be read.
  expect(await filesHolding(root, [...markers, shared])).toEqual([]);
  // And the search would have seen it.
  const planted = join(one.directory, 'tenantry.db-planted');
  await writeFile(planted, Buffer.concat([randomBytes(4_096), Buffer.from(other.marker, 'utf16le')]));
  expect(await filesHolding(root, markers)).toEqual([`${planted}: ${other.marker}`]);
});

it('a pool that cannot be opened is told with why, and keeps the others from nothing', async () => {
  const { platform, one, other } = await openPools();
  const lock = valueIn(await lockWorkspace(one.directory));
  const heardOf = listen();
  const { pools } = valueIn(await findPerson(platform, shared));
  const counted = valueIn(await countPeople(platform));
  for (const marker of [one.marker, other.marker]) expect(heardOf()).not.toContain(marker);
  await lock.release();
  expect(countExitCode(counted)).toBe(exitCodes.openElsewhere);
  expect(counted.notCounted.map(({ applicationId }) => applicationId)).toEqual([one.applicationId]);
  expect(counted.people).toBe((await other.held()).length);
  expect(findExitCode({ pools, unreadable: [] })).toBe(exitCodes.openElsewhere);
  const stateOf = (id: string) => pools.find(({ applicationId }) => applicationId === id);
  expect(stateOf(one.applicationId)).toMatchObject({
    state: 'closed',
    hits: [],
    failure: { code: 'workspace-open-elsewhere' },
  });
  expect(stateOf(other.applicationId)).toMatchObject({ state: 'asked', total: 1 });
  expect(await findPerson(one.directory, shared)).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await findPerson(platform, ' ')).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

it('every copy is asked: two of one application, one whose application is gone; one that cannot be read is told apart', async () => {
  const { root, platform, one, other } = await openPools();
  const again = join(root, 'pool-again');
  await cp(one.directory, again, { recursive: true });
  const label = workspacePaths(other.directory).file;
  const info = JSON.parse(await readFile(label, 'utf8'));
  const gone = { ...info, platform: { ...info.platform, applicationId: 'app_gone' } };
  await writeFile(label, JSON.stringify(gone));
  const newer = join(root, 'newer');
  await mkdir(newer);
  await writeFile(workspacePaths(newer).file, JSON.stringify({ ...info, version: 999 }));
  // What never was a workspace stands beside it as well.
  await symlink(join(root, 'nowhere'), join(root, 'away'));
  await mkdir(join(root, 'monorepo'));
  await writeFile(workspacePaths(join(root, 'monorepo')).file, '{"version":2,"projects":{}}');

  const heardOf = listen();
  const found = valueIn(await findPerson(platform, shared));
  const heard = heardOf();
  const people = [one, other].map(async (pool) => (await pool.held()).length);
  const counted = valueIn(await countPeople(platform));
  expect(counted.people).toBe((await Promise.all(people)).reduce((sum, each) => sum + each, 0));
  expect(counted.counted.map(({ applicationId }) => applicationId).sort()).toEqual(
    [one.applicationId, 'app_gone'].sort(),
  );
  const asked = found.pools.filter(({ state }) => state === 'asked');
  expect(
    asked.map(({ applicationId, directory, total }) => [applicationId, directory, total]).sort(),
  ).toEqual(
    [
      [one.applicationId, one.directory, 1],
      [one.applicationId, again, 1],
      ['app_gone', other.directory, 1],
    ].sort(),
  );
  expect(found.unreadable).toMatchObject([{ directory: newer }]);
  expect(findExitCode(found)).toBe(exitCodes.damaged);
  expect(heard).toContain('no copy of its people was found here');
  expect(heard).toContain(found.unreadable[0]?.failure.message);
});
