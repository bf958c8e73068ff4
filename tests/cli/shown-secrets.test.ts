import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { openClosedStore } from '@main/store/maintenance/closed-store';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { EntityName } from '@shared/domain/entity';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../scripts/project-root';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

const auditor = 'a passphrase for the auditor';

/** What an admin types of a customer's sign-on. */
const clientSecret = 'oidc-client-secret-6634-marigold';

/** Files that hold one of the texts, also inside of what is packed (xlsx), and which. */
async function holding(folders: readonly string[], texts: readonly string[]): Promise<readonly string[]> {
  const hits: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const parts = entry.name.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
      const held = texts.filter((text) => parts.some((part) => Buffer.from(part).includes(text)));
      hits.push(...held.map((text) => `${entry.name}: ${text}`));
    }
  return hits;
}

test('a secret that is shown once, or that a sign-on was given, reaches no file or pipe unless it was asked for; neither do key and passphrases', async () => {
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
  const create = (entity: EntityName, values: object) =>
    tenantry(['stage', '-'], {}, JSON.stringify([{ entity, action: { verb: 'create', values } }]));
  const make = (name: string) => create('machine', { name });
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

  // The secrets of a customer's sign-on: what it was given, and the key of its directory.
  const certificate = await readFile(join(projectRoot, 'tests', 'support', 'tls', 'certificate.pem'), 'utf8');
  const [, , ofCertificate = ''] = certificate.split('\n');
  const oidc = {
    provider: 'oidc_custom',
    clientId: 'planted',
    discoveryUrl: 'https://idp.example/discovery',
  };
  const saml = { provider: 'saml_okta', idpEntityId: 'https://idp.example', idpCertificate: certificate };
  await create('enterpriseConnection', { name: 'By OIDC', domains: ['oidc.example'], ...oidc, clientSecret });
  const ssoUrl = { idpSsoUrl: 'https://idp.example/sso' };
  await create('enterpriseConnection', { name: 'By SAML', domains: ['saml.example'], ...saml, ...ssoUrl });
  expect(await holding([directory], [clientSecret, ofCertificate])).toEqual([]);
  expect(jsonOf(await tenantry(['apply'])).code).toBe(0);
  const listed = await tenantry(['list', 'enterpriseConnection', '--where', 'name=By SAML']);
  const [connection] = jsonOf<{ rows: { id: string }[] }>(listed).value.rows;
  const scim = { name: 'Planted', provider: 'okta', enterpriseConnectionId: connection?.id };
  expect(jsonOf(await create('directory', scim)).code).toBe(0);
  const withKey = jsonOf<Applied>(await tenantry(['apply', '--show-secrets'])).value.report.secrets;
  const directoryKey = withKey.find(({ what }) => what === 'API key')?.secret ?? '';
  expect(directoryKey).toMatch(/^dak_/);

  // Everything that can leave the workspace, and the workspace itself.
  const shown = jsonOf<Applied>(asked).value.report.secrets[0]?.secret ?? '';
  const out = await mkdtemp(join(tmpdir(), 'tenantry-left-'));
  const exported = (entity: EntityName, format: string) => [
    ...['export', entity, '--format', format],
    ...['--out', join(out, `${entity}.${format}`)],
  ];
  const exports = ['csv', 'jsonl', 'xlsx'].map((format) => exported('machine', format));
  const runs = [
    ['backup', join(out, 'all.tenantry-backup')],
    ['snapshot', join(out, 'all.tenantry-snapshot')],
    ['doctor'],
    ['history'],
    ...exports,
    exported('enterpriseConnection', 'jsonl'),
    exported('directory', 'jsonl'),
  ];
  const said: string[] = [];
  for (const words of runs) {
    const { code, stdout, stderr } = await tenantry(words, { TENANTRY_SNAPSHOT_PASSPHRASE: auditor });
    // The doctor may find something to say.
    expect([words[0], words[0] === 'doctor' ? 0 : code, stderr]).toEqual([words[0], 0, stderr]);
    said.push(stdout, stderr);
  }
  const planted = [
    ...[sandbox.secretKey, secrets.TENANTRY_PASSPHRASE, auditor],
    ...[shown, clientSecret, directoryKey],
  ];
  expect(planted.filter((secret) => secret === '' || said.join().includes(secret))).toEqual([]);
  expect(await holding([directory, out], [...planted, ofCertificate])).toEqual([]);
  // The search finds what is there: what was made stands in each table, readable.
  const [one] = jsonOf<{ rows: { id: string }[] }>(await tenantry(['list', 'machine'])).value.rows;
  expect(await holding([out], [String(one?.id)])).toHaveLength(exports.length);
  // Nor is it in the database, for whoever opens that.
  const closed = valueIn(await readWorkspace(directory));
  const unlocked = await unlockWorkspace(closed, { passphrase: secrets.TENANTRY_PASSPHRASE });
  const store = openClosedStore(directory, valueIn(unlocked).databaseKey);
  const records = EntityName.options.flatMap((entity) => [...store.records(entity)]);
  const text = JSON.stringify([records, [...store.history()], [...store.meta()]]);
  store.close();
  expect(text).toContain(String(one?.id));
  expect(planted.filter((secret) => text.includes(secret))).toEqual([]);
}, 300_000);
