import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const secrets = { TENANTRY_PASSPHRASE: 'correct horse battery staple' };
let cli = '';
let sandbox: Sandbox;
let directory = '';
let ids: readonly string[] = [];

const tenantry = (words: readonly string[], more = {}, input = '') => {
  const [command = '', ...rest] = words;
  return runCli(cli, [command, '--dir', directory, '--json', ...rest], { ...secrets, ...more }, input);
};

type Wave = { customers: { id: string; name: string }[]; applied: number; left: number; end: string };
type Applied = { report: { applied: number; refused: number; left: number; waves: Wave[] } };

/** One policy staged for every application. */
async function stage(value: number): Promise<void> {
  const drafts = ids.map((recordId) => ({
    entity: 'application',
    recordId,
    action: { verb: 'update', field: 'config.auth_password.min_length', value },
  }));
  expect(jsonOf(await tenantry(['stage', '-'], {}, JSON.stringify(drafts))).code).toBe(0);
}

const configOf = async (id: string): Promise<{ auth_password: { min_length: number } }> => {
  const path = `/platform/applications/${id}/instances/production/config`;
  const headers = { authorization: `Bearer ${sandbox.platformToken}` };
  return (await fetch(`${sandbox.url}/v1${path}`, { headers })).json() as never;
};
const arrived = async (value: number): Promise<readonly string[]> => {
  const held = await Promise.all(ids.map(async (id) => [id, await configOf(id)] as const));
  return held.filter(([, { auth_password }]) => auth_password.min_length === value).map(([id]) => id);
};

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'campus', scale: 0.05 });
  directory = join(await mkdtemp(join(tmpdir(), 'tenantry-waves-')), 'workspace');
  const key = { TENANTRY_API_KEY: sandbox.platformToken };
  await tenantry(['init', '--url', sandbox.url, '--name', 'Campus', '--scenario', 'platforms'], key);
  expect(jsonOf(await tenantry(['pull'])).code).toBe(0);
  const { value } = jsonOf<{ rows: { id: string }[] }>(
    await tenantry(['list', 'application', '--limit', '100']),
  );
  ids = value.rows.map(({ id }) => id);
});
afterAll(async () => {
  await sandbox.close();
});

test.each([
  [['--waves', '1,ten,all'], /"ten" is no size of a wave\. Say how many go in each wave: 5, 10% or all/],
  [['--waves', '1,all', '--stop-after', '0'], /must be 1 or more/],
  [['--waves', '1,all', '--first', ''], /must be the id of a customer/],
  [['--first', 'app_1'], /give --waves as well, such as --waves 1,10%,all/],
])('apply %j is wrong usage, and says what is possible', async (words, said) => {
  const { code, stderr } = await tenantry(['apply', ...words]);
  expect(stderr).toMatch(said);
  expect(code).toBe(2);
});

test('apply goes wave by wave: 5 where it ends as told, 6 where a wave was refused something, with what is left staged', async () => {
  await stage(13);
  const last = ids.at(-1) ?? '';
  const stranger = await tenantry(['apply', '--waves', '1,all', '--first', 'app_nobody']);
  expect(stranger.code).toBe(2);
  expect(stranger.stderr).toMatch(/Choose one that the plan changes, such as app_/);

  const one = await tenantry(['apply', '--waves', '1,10%,all', '--first', last, '--stop-after', '1']);
  const { code, value } = jsonOf<Applied>(one);
  expect([code, value.report.applied, value.report.left]).toEqual([5, 1, 23]);
  expect(value.report.waves.map(({ customers, end }) => [customers.length, end])).toEqual([
    [1, 'clean'],
    [3, 'not-sent'],
    [20, 'not-sent'],
  ]);
  expect(one.stderr).toMatch(/^Wave 1 of 3 \(.+\): 1 applied, 0 refused\.$/m);
  expect(await arrived(13)).toEqual([last]);

  const plan = jsonOf<{ units: { customers: { id: string }[] }[] }>(await tenantry(['plan'])).value;
  const third = plan.units[2]?.customers[0]?.id ?? '';
  // The first matching call is the plan's dry run.
  const match = { method: 'PATCH', path: third };
  await sandbox.control.addFault({ kind: 'status', status: 422, skip: 1, match });
  const refused = jsonOf<Applied>(await tenantry(['apply', '--waves', '1,10%,all']));
  expect([refused.code, refused.value.report.refused, refused.value.report.left]).toEqual([6, 1, 19]);
  expect(refused.value.report.waves.map(({ end }) => end)).toEqual(['clean', 'stopped', 'not-sent']);
  expect(await arrived(13)).toHaveLength(4);
  expect(jsonOf(await tenantry(['intents', '--state', 'staged'])).value).toHaveLength(19);
  // What was refused is told, and not sent again by itself.
  expect(jsonOf<Applied>(await tenantry(['apply', '--waves', '50%,all']))).toMatchObject({
    code: 6,
    value: { report: { applied: 19, left: 0 } },
  });
});

test('killed in its second wave it has sent nothing of the third, and the next run sends nothing twice', async () => {
  await stage(15);
  const fleet = ids.length;
  const plan = jsonOf<{ units: { customers: { id: string }[] }[] }>(await tenantry(['plan'])).value;
  const [first = '', second = ''] = plan.units.map(({ customers }) => customers[0]?.id);
  await sandbox.control.addFault({ kind: 'hang', skip: 1, match: { method: 'PATCH', path: second } });
  const before = (await sandbox.control.requests()).length;
  const patches = async (): Promise<readonly string[]> =>
    (await sandbox.control.requests())
      .slice(before)
      .filter(({ method }) => method === 'PATCH')
      .map(({ path }) => /applications\/([^/]+)/.exec(path)?.[1] ?? '');
  const child = spawn(process.execPath, [cli, 'apply', '--dir', directory, '--waves', '1,1,all'], {
    env: { ...process.env, ...secrets },
    stdio: 'ignore',
  });
  // Of each the plan's dry run; beside it what is sent.
  const times = async (id: string): Promise<number> => (await patches()).filter((each) => each === id).length;
  // What hangs is told as asked once its connection is gone.
  const hanging = async (): Promise<boolean> =>
    (await sandbox.control.faults()).some(({ fault, fired }) => fault.kind === 'hang' && fired > 0);
  await vi.waitFor(async () => expect(await hanging()).toBe(true), { timeout: 60_000 });
  child.kill('SIGKILL');
  await once(child, 'close');
  await vi.waitFor(async () => expect(await times(second)).toBe(2));
  const often = (await patches()).filter((id, at, all) => all.indexOf(id) !== at);
  expect(often).toEqual([first, second]);
  await sandbox.control.clearFaults();

  expect(jsonOf<Applied>(await tenantry(['apply', '--waves', '1,all']))).toMatchObject({ code: 0 });
  expect(await arrived(15)).toHaveLength(fleet);
  expect(await times(first)).toBe(2);
});

test('find-person asks every pool that was copied, and says which ones were not', async () => {
  const { code, value } = jsonOf<{ pools: { state: string }[] }>(await tenantry(['find-person', 'dana']));
  expect([code, new Set(value.pools.map(({ state }) => state)), value.pools.length]).toEqual([
    0,
    new Set(['no-copy']),
    ids.length,
  ]);
});
