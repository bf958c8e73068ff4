import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
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
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadSpec, platformSpecPath, specMissing } from '../contracts/load-spec';
import { everyRead, type Opened, type Read } from '../support/every-read';
import { firstLine } from '../support/first-line';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { type CliRun, jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const own = 'correct horse battery staple';
const given = 'a passphrase for the testers';
const now = '2026-11-02T09:00:00Z';
let cli = '';
let real: Sandbox;
let folder = '';
let snapshot = '';
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

const countsOf = async (directory: string): Promise<object> =>
  jsonOf<{ counts: object }>(await tenantry(['status', '--dir', directory, '--json'])).value.counts;

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

/** What somebody's world holds that no seed does: a value for every place that takes one. */
const known: readonly (readonly [method: string, path: string, body: object])[] = [
  [
    'POST',
    '/users',
    {
      ...{ first_name: 'Wilhelmina', last_name: 'Papadopoulou', username: 'wpapadopoulou' },
      ...{ email_address: ['wilhelmina@quillfeather.io'], phone_number: ['+4366412345678'] },
      ...{ external_id: 'hr-0099871', skip_password_requirement: true, locale: 'el-GR' },
      public_metadata: { desk: 'Kestrel wing', badge: 77_123_401 },
      private_metadata: { salary_band: 'Magenta', manager: { name: 'Ottoline Birdsworth' } },
      unsafe_metadata: { nickname: 'Minnie-the-Bold' },
    },
  ],
  [
    'POST',
    '/organizations',
    {
      ...{ name: 'Quillfeather Holdings', slug: 'quillfeather-holdings' },
      public_metadata: {
        sector: 'Ornithology',
        branding: { displayName: 'Quill', tagline: 'We write birds' },
      },
      private_metadata: { contract: 'QF-CONTRACT-9', contacts: ['Ottoline Birdsworth'] },
    },
  ],
  ['POST', '/redirect_urls', { url: 'quillapp://after-sign-in' }],
  ['POST', '/allowlist_identifiers', { identifier: '*@quillfeather.io' }],
  ['POST', '/blocklist_identifiers', { identifier: 'banished@quillfeather.io' }],
  [
    'POST',
    '/invitations',
    { email_address: 'guest-of-quill@birdsong.net', public_metadata: { via: 'Falcon drive' } },
  ],
  ['POST', '/waitlist_entries', { email_address: 'waiting-heron@birdsong.net' }],
  [
    'POST',
    '/jwt_templates',
    { name: 'aviary', claims: { tenant: 'Aviary-Claims', who: '{{user.full_name}}' } },
  ],
  ['POST', '/machines', { name: 'nestbox-worker' }],
  [
    'POST',
    '/oauth_applications',
    { name: 'Featherlight portal', redirect_uris: ['https://portal.quillfeather.io/cb/nest'] },
  ],
  ['POST', '/domains', { name: 'perch.quillfeather.io', is_satellite: true }],
  [
    'POST',
    '/organization_roles',
    { name: 'Falconer', key: 'org:falconer', description: 'Keeps the falcons.', permissions: [] },
  ],
  [
    'PUT',
    '/templates/email/invitation',
    { subject: 'Come to the aviary', body: 'Welcome to Quillfeather: {{action_url}} {{otp_code}}' },
  ],
  ['PATCH', '/instance', { allowed_origins: ['https://origin.quillfeather.io'] }],
];

beforeAll(async () => {
  cli = await buildCli();
  real = await startSandbox({
    world: 'northwind',
    seed: 5,
    scale: 0.02,
    limits: 'none',
    now: Date.parse(now),
  });
  for (const [method, path, body] of known) {
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
});
afterEach(stopAll);
afterAll(() => real.close());

/** Texts of a body, each with the property that it stands at. */
function* textsIn(value: unknown, property = ''): Generator<readonly [property: string, text: string]> {
  if (typeof value === 'string') yield [property, value];
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each, property);
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) yield* textsIn(each, key);
}
const textsOf = (reads: readonly Read[]) =>
  reads.flatMap(({ route, text }) => (route.endsWith('/schema') ? [] : [...textsIn(JSON.parse(text))]));

/** Where the service's own words and figures stand, and keys of roles: none of them says anything of anybody. */
const ofTheService = new Set(
  `object environment_type domains_enrollment_modes initial_role_set_key creator_role domains_default_role status strategy message
  long_message code param_name browser_name device_type city country locale role permissions primaryColor backgroundColor textColor
  role_set_key enrollment_mode key type identifier_type provider mode connection_type level signing_algorithm scopes authorize_url
  token_fetch_url user_info_url discovery_url token_introspection_url resource_type template_type available_variables required_variables
  value amount_formatted currency currency_symbol for_payer_type plan_period period_start period_end sign_up_mode primary_color
  background_color text_color $id $schema $ref title default enum description format pattern clerk_subdomain to`.split(
    /\s+/,
  ),
);
/** Templates go by names of the service's, and presence of a name is a choice. */
const itsWords =
  /^(?:(?:verification|reset_password)_code|magic_link_sign_in|password_changed|waitlist_confirmation|optional|img\.clerk\.example)$/;
const isShortcode = (text: string): boolean => /^\{\{[\w. ]+\}\}$/.test(text);

/** A text, and what an address or a link is made of. */
const partsOf = (text: string): readonly string[] => {
  const [, local = '', host = ''] = /^(?:([^@\s]+)@|\w+:\/\/)([^/\s]+)/.exec(text) ?? [];
  return [text, local, host];
};

/** What of a real world's answers must be in nothing of its twin. What is shorter than six letters may be a part of anything. */
function realIn(reads: readonly Read[]): ReadonlySet<string> {
  const texts = textsOf(reads);
  const words = new Set(texts.filter(([property]) => ofTheService.has(property)).map(([, text]) => text));
  const own = texts
    .filter(([property, text]) => !ofTheService.has(property) && !isShortcode(text))
    .flatMap(([, text]) => partsOf(text));
  return new Set(
    own.filter((text) => text.length >= 6 && /[a-z]/i.test(text) && !words.has(text) && !itsWords.test(text)),
  );
}

test.skipIf(specMissing)('the twin of a workspace has its shape, and nothing that is real', async () => {
  const data = join(folder, 'twin');
  const served = await twin('--pseudonymise', '--salt', 'pepper', '--data', data);
  const [theirs, ours] = [await everyRead(real, 500), await everyRead(served, 500)];

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
  expect(await countsOf(workspace)).toEqual(await countsOf(join(folder, 'real')));
  const [before, after] = [await recordsIn(join(folder, 'real'), 'pepper'), await recordsIn(workspace)];
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
  ...['domain.accountsPortalUrl', 'domain.frontendApiUrl', 'domain.cnameTargets'],
  ...['oauthApplication.authorizeUrl', 'oauthApplication.discoveryUrl', 'oauthApplication.tokenFetchUrl'],
];

test('the same salt makes the same twin, another one another; a reset goes back to how it was made', async () => {
  const first = await twin('--pseudonymise', '--salt', 'pepper');
  const second = await twin('--pseudonymise', '--salt', 'pepper');
  const reads = await everyRead(first);
  expect(await everyRead(second)).toEqual(reads);

  const other = await twin('--pseudonymise', '--salt', 'salt');
  const people = async (served: Opened) => textsOf([await readOne(served, '/users?limit=500')]);
  const theirs = new Set((await people(other)).map(([, text]) => text));
  const own = (await people(first)).filter(([name]) => ['id', 'first_name', 'email_address'].includes(name));
  expect(own.filter(([, text]) => theirs.has(text))).toEqual([]);

  const [organization] = JSON.parse(reads.find(({ route }) => route === '/organizations')?.text ?? '').data;
  const path = `/organizations/${organization.id}`;
  expect((await readOne(first, path, 'DELETE')).status).toBe(200);
  expect((await readOne(first, path)).status).toBe(404);
  await fetch(`${first.controlUrl}/reset`, { method: 'POST', body: '{}' });
  expect(await everyRead(first)).toEqual(reads);
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
  expect(
    await wrong([...from, '--pseudonymise'], { TENANTRY_SNAPSHOT_PASSPHRASE: 'another one, wrong' }),
  ).toEqual([8, expect.stringContaining('does not fit')]);
  const held = join(folder, 'held');
  await twin('--as-it-is', '--data', held);
  await stopAll();
  expect(await wrong([...from, '--pseudonymise', '--data', held])).toEqual([
    2,
    expect.stringContaining('another world'),
  ]);
  expect((await readdir(tmpdir())).filter((name) => /^tenantry-(?:twin|copy)-(?!test)/.test(name))).toEqual(
    [],
  );
});
