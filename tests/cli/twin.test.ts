import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pseudonymHash } from '@main/export/pseudonym-hash';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { openClosedStore } from '@main/store/maintenance/closed-store';
import { recordsOf } from '@main/twin/read-records';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { configSchemaId } from '@shared/domain/config-settings';
import { EntityName } from '@shared/domain/entity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpec, platformSpecPath, specMissing } from '../contracts/load-spec';
import { everyRead, type Opened, type Read } from '../support/every-read';
import { firstLine } from '../support/first-line';
import { knownWorld, partsOf, realIn, textsOf } from '../support/known-world';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { type CliRun, jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

const own = 'correct horse battery staple';
const given = 'a passphrase for the testers';
const now = '2026-11-02T09:00:00Z';
let cli = '';
let real: Sandbox;
let folder = '';
let snapshot = '';
/** The twin of one salt, kept in a folder, and all that it and the real service answer. */
let data = '';
let served: Opened;
let [theirs, ours]: [readonly Read[], readonly Read[]] = [[], []];
const running = new Set<ChildProcess>();

const environment = { TENANTRY_PASSPHRASE: own, TENANTRY_SNAPSHOT_PASSPHRASE: given };
const tenantry = (
  words: readonly string[],
  secrets: Readonly<Record<string, string>> = {},
): Promise<CliRun> => runCli(cli, words, { ...environment, ...secrets });

/** A workspace of a service, with all that its key and its Platform token show. */
async function copied({ url, secretKey, platformToken }: Opened, name: string): Promise<string> {
  const directory = join(folder, name);
  const secrets = { TENANTRY_API_KEY: secretKey, TENANTRY_PLATFORM_TOKEN: platformToken };
  expect((await tenantry(['init', '--url', url, '--dir', directory], secrets)).code).toBe(0);
  expect((await tenantry(['platform-token', '--dir', directory], secrets)).code).toBe(0);
  expect(jsonOf(await tenantry(['pull', '--dir', directory, '--json'])).code).toBe(0);
  return directory;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Every record that the database of a workspace holds, by entity; what stands for it, where a salt is given. */
async function recordsIn(directory: string, salt?: string): Promise<ReadonlyMap<EntityName, readonly Row[]>> {
  const closed = valueIn(await readWorkspace(directory));
  const { databaseKey } = valueIn(await unlockWorkspace(closed, { passphrase: own }));
  const store = openClosedStore(directory, databaseKey);
  try {
    const read = recordsOf(store, salt === undefined ? null : pseudonymHash(salt));
    return new Map(
      EntityName.options.map((entity) => [entity, [...(read(entity) as Iterable<unknown> as Iterable<Row>)]]),
    );
  } finally {
    store.close();
  }
}

async function readOne({ url, secretKey }: Opened, path: string, method = 'GET'): Promise<Read> {
  const headers = { authorization: `Bearer ${secretKey}` };
  const response = await fetch(`${url}/v1${path}`, { method, headers });
  return { route: path, path, status: response.status, headers: [], text: await response.text() };
}

/** Records of each list that are asked for by themselves as well; the lists hold all. */
const each = 20;

/** Serves the twin of the snapshot. */
async function twin(...words: readonly string[]): Promise<Opened & { readonly controlUrl: string }> {
  const flags = ['--now', now, '--limits', 'none', '--watch-stdin', ...words];
  const child = spawn(process.execPath, [cli, 'sandbox', '--from', snapshot, ...flags], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  return JSON.parse(await firstLine(child));
}

async function stopAll(): Promise<void> {
  for (const child of running) {
    const ended = once(child, 'close');
    child.stdin?.end();
    expect(await ended).toEqual([0, null]);
  }
  running.clear();
}

beforeAll(async () => {
  cli = await buildCli();
  real = await startSandbox({
    world: 'northwind',
    // One in which directories manage people.
    seed: 7,
    scale: 0.02,
    limits: 'none',
    now: Date.parse(now),
  });
  for (const [method, path, body] of knownWorld) {
    const response = await fetch(`${real.url}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${real.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([path, response.status < 300 ? '' : await response.text()]).toEqual([path, '']);
  }
  folder = await mkdtemp(join(tmpdir(), 'tenantry-twin-test-'));
  const workspace = await copied(real, 'real');
  snapshot = join(folder, 'real.snapshot');
  expect((await tenantry(['snapshot', snapshot, '--dir', workspace])).code).toBe(0);
  data = join(folder, 'twin');
  served = await twin('--pseudonymise', '--salt', 'pepper', '--data', data);
  [theirs, ours] = [await everyRead(real, each), await everyRead(served, each)];
});
afterAll(async () => {
  await stopAll();
  await real.close();
});

test.skipIf(specMissing)('the twin of a workspace has its shape, and nothing that is real', async () => {
  // Nothing real: in no answer, and in no file.
  const parts = new Set(textsOf(ours).flatMap(([, text]) => partsOf(text)));
  const isNever = realIn(theirs);
  for (const word of [
    'Papadopoulou',
    'quillfeather.io',
    'Kestrel wing',
    'Magenta',
    'quillfeather-holdings',
    'hr-0099871',
    'Falconer',
  ])
    expect(isNever).toContain(word);
  expect([...isNever].filter((text) => parts.has(text))).toEqual([]);
  const files = await Promise.all((await readdir(data)).map((name) => readFile(join(data, name), 'latin1')));
  const whole = [...files, ...ours.map(({ text }) => text)].join('\n').toLowerCase();
  for (const word of [
    'papadopoulou',
    'wilhelmina',
    'quillfeather',
    'quillapp',
    '6412345678',
    'hr-0099871',
    'kestrel',
    '77123401',
    'magenta',
    'birdsworth',
    'minnie',
    'ornithology',
    'birdsong',
    'waiting-heron',
    'aviary',
    'nestbox',
    'featherlight',
    'falcons',
    real.secretKey.toLowerCase(),
  ])
    expect([word, whole.includes(word)]).toEqual([word, false]);

  // The rules of the service still hold.
  const [backend, platform] = [loadSpec(), loadSpec(platformSpecPath)];
  for (const { route, status, text } of ours) {
    const spec = route.startsWith('/platform') ? platform : backend;
    const template = spec.templateOf('get', route);
    if (template !== undefined)
      expect([route, spec.problems('get', template, status, JSON.parse(text))]).toEqual([route, undefined]);
  }

  // Its shape: Tenantry copies as much of it, and each value is the real one or what stands for it.
  const workspace = await copied(served, 'pulled');
  const [before, after] = [await recordsIn(join(folder, 'real'), 'pepper'), await recordsIn(workspace)];
  const counts = (of: ReadonlyMap<EntityName, readonly Row[]>) =>
    [...of].map(([entity, rows]) => `${entity}: ${rows.length}`);
  expect(counts(after)).toEqual(counts(before));
  expect(before.get('user')?.some(({ directoryId }) => directoryId !== '')).toBe(true);
  const other = new Set<string>();
  for (const [entity, rows] of before)
    for (const row of rows) {
      const same = after.get(entity)?.find(({ id }) => id === row.id);
      for (const [field, value] of Object.entries(row))
        if (!ofTheInstance.has(row.id) && JSON.stringify(same?.[field]) !== JSON.stringify(value))
          other.add(`${entity}.${field}`);
    }
  expect([...other].sort()).toEqual([...made].sort());
});

/** Singletons that say what an instance is, and are never set: the schema of configs, and which environment it is. */
const ofTheInstance: ReadonlySet<string> = new Set([configSchemaId, 'instance']);

/** What the service makes itself of other values, or of a picture's address: it is new in a twin. A new field is not in here by itself. */
const made = [
  ...['application.configVersion', 'user.name', 'membership.userName', 'user.picture', 'organization.logo'],
  // A provider may be the customer's own.
  'user.providers',
  ...['domain.accountsPortalUrl', 'domain.frontendApiUrl', 'domain.cnameTargets'],
  // What a test that went well says is the service's word.
  ...['directory.endpointUrl', 'enterpriseConnection.acsUrl', 'enterpriseConnection.spEntityId'],
  'enterpriseConnection.lastTestSays',
  ...['oauthApplication.authorizeUrl', 'oauthApplication.discoveryUrl', 'oauthApplication.tokenFetchUrl'],
];

test('the same salt makes the same twin, another one another; a reset goes back to how it was made', async () => {
  const [again, other] = await Promise.all([
    twin('--pseudonymise', '--salt', 'pepper'),
    twin('--pseudonymise', '--salt', 'salt'),
  ]);
  expect(await everyRead(again, each)).toEqual(ours);

  const people = async (served: Opened) => textsOf([await readOne(served, '/users?limit=500')]);
  const theirs = new Set((await people(other)).map(([, text]) => text));
  const own = (await people(again)).filter(([name]) => ['id', 'first_name', 'email_address'].includes(name));
  expect(own.filter(([, text]) => theirs.has(text))).toEqual([]);

  const [organization] = JSON.parse(ours.find(({ route }) => route === '/organizations')?.text ?? '').data;
  const path = `/organizations/${organization.id}`;
  expect((await readOne(again, path, 'DELETE')).status).toBe(200);
  expect((await readOne(again, path)).status).toBe(404);
  await fetch(`${again.controlUrl}/reset`, { method: 'POST', body: '{}' });
  expect(await everyRead(again, each)).toEqual(ours);
});

test('what is asked for wrongly makes nothing, and says what to do', async () => {
  const from = ['sandbox', '--from', snapshot];
  const wrong = async (words: readonly string[], secrets = {}) => {
    const { code, stdout, stderr } = await tenantry(words, secrets);
    expect(stdout).toBe('');
    return [code, stderr.trim()];
  };
  expect(await wrong(from)).toEqual([2, expect.stringContaining('--as-it-is')]);
  expect(await wrong([...from, '--pseudonymise', '--as-it-is'])).toEqual([
    2,
    expect.stringContaining('--pseudonymise'),
  ]);
  expect(await wrong([...from, '--pseudonymise', '--world', 'lumen'])).toEqual([
    2,
    expect.stringContaining('--world'),
  ]);
  expect(await wrong(['sandbox', '--salt', 'x'])).toEqual([2, expect.stringContaining('--from')]);
  expect(await wrong(['sandbox', '--from', join(folder, 'nothing'), '--pseudonymise'])).toEqual([
    2,
    expect.stringContaining('There is no'),
  ]);
  const empty = join(folder, 'never-pulled');
  const address = ['--url', real.url, '--dir', empty];
  expect((await tenantry(['init', ...address], { TENANTRY_API_KEY: real.secretKey })).code).toBe(0);
  await rm(join(empty, 'tenantry.db'), { force: true });
  expect(await wrong(['sandbox', '--from', empty, '--pseudonymise'])).toEqual([
    2,
    expect.stringMatching(/has no copy yet.*tenantry pull --dir/s),
  ]);
  expect(
    await wrong([...from, '--pseudonymise'], { TENANTRY_SNAPSHOT_PASSPHRASE: 'another one, wrong' }),
  ).toEqual([8, expect.stringContaining('does not fit')]);
  const asItIs = await twin('--as-it-is');
  expect((await readOne(asItIs, '/users?limit=500')).text).toContain('Papadopoulou');
  await stopAll();
  expect(await wrong([...from, '--as-it-is', '--data', data])).toEqual([
    2,
    expect.stringContaining('another world'),
  ]);
  expect((await readdir(tmpdir())).filter((name) => /^tenantry-(?:twin|copy)-(?!test)/.test(name))).toEqual(
    [],
  );
});
