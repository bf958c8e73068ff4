import { mkdtemp, open, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkspace } from '@main/cli/with-workspace';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { success } from '@shared/contract/failure';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { type CliEnvironment, jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

interface Doctor {
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail: string;
    readonly next: string;
  }[];
}

test('the doctor tells what is well, and of each thing that is not what to do', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'lumen', seed: 5, scale: 0.05 });
  onTestFinished(() => sandbox.close());
  onTestFinished(() => void vi.unstubAllEnvs());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-doctor-')), 'workspace');
  const secrets: CliEnvironment & { readonly TENANTRY_PASSPHRASE: string } = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (words: readonly string[], given: CliEnvironment = secrets) =>
    runCli(cli, [...words, '--dir', directory, '--json'], given);
  const doctor = async (given: CliEnvironment = secrets) => {
    const { code, value } = jsonOf<Doctor>(await tenantry(['doctor'], given));
    return { code, wrong: value.checks.filter(({ ok }) => !ok), names: value.checks.map(({ name }) => name) };
  };

  expect(await doctor()).toMatchObject({ code: 2, wrong: [{ name: 'workspace' }] });
  await tenantry(['init', '--url', sandbox.url, '--scenario', 'b2c', '--name', 'Doctor']);
  await tenantry(['pull']);
  expect(await doctor()).toEqual({
    code: 0,
    wrong: [],
    names: [
      'version',
      'workspace',
      'disk',
      'lock',
      'key',
      'file',
      'journal',
      'network',
      'service',
      'clock',
      'limits',
      'copy',
    ],
  });

  const { value: told } = jsonOf<Doctor>(await tenantry(['doctor']));
  const detailOf = (wanted: string) => told.checks.find(({ name }) => name === wanted)?.detail;
  expect(detailOf('workspace')).toMatch(/^Doctor, B2C, of http/);
  expect(detailOf('copy')).toMatch(/complete as of \w+ \d{1,2}, \d{4} \d{1,2}:\d\d/);

  // No proxy stands on the way to this very machine: one that is named was not the way.
  const named = await tenantry(['doctor'], { ...secrets, HTTPS_PROXY: 'http://127.0.0.1:1' });
  expect(jsonOf<Doctor>(named)).toMatchObject({ code: 0 });
  expect(named.stdout).toContain('the service answers, with HTTPS_PROXY set');
  expect(await doctor({ ...secrets, HTTPS_PROXY: 'http://ada:100%@127.0.0.1:1' })).toMatchObject({
    code: 2,
    wrong: [{ name: 'network', next: expect.stringContaining('%25') }],
  });

  await sandbox.control.setClock({ advanceMs: 3_600_000 });
  expect(await doctor()).toMatchObject({
    code: 5,
    wrong: [
      {
        name: 'clock',
        detail: expect.stringMatching(/^3,[56]\d\d s behind/),
        next: expect.stringContaining('Set'),
      },
    ],
  });
  await sandbox.control.setClock({ now: Date.now() });
  await sandbox.control.revokeKeys();
  expect(await doctor()).toMatchObject({ code: 4, wrong: [{ name: 'service' }] });
  await sandbox.control.restoreKeys();
  await sandbox.control.down('refused');
  expect(await doctor()).toMatchObject({
    code: 3,
    wrong: [{ name: 'network', next: expect.stringMatching(/\w/) }],
  });

  // What answered before proves nothing: each look asks anew.
  vi.stubEnv('TENANTRY_PASSPHRASE', secrets.TENANTRY_PASSPHRASE);
  await sandbox.control.up();
  const looks = await withWorkspace(directory, async (engine) => {
    const before = valueIn(await engine.call('checkService', {}));
    await sandbox.control.down('refused');
    return success([before, valueIn(await engine.call('checkService', {}))]);
  });
  expect(looks).toMatchObject({ value: [{ failure: null }, { failure: { code: 'offline' } }] });

  // Offline by choice: nobody is asked, which is not wrong, and not right either.
  const choose = (on: boolean) => withWorkspace(directory, (engine) => engine.call('workOffline', { on }));
  expect(await choose(true)).toMatchObject({ ok: true });
  const offline = jsonOf<Doctor>(await tenantry(['doctor']));
  expect(offline).toMatchObject({ code: 0 });
  expect(offline.value.checks.filter((check) => 'untried' in check)).toMatchObject(
    ['network', 'service', 'clock'].map((name) => ({ name, detail: expect.stringContaining('by choice') })),
  );
  await choose(false);

  expect(await doctor({ ...secrets, TENANTRY_PASSPHRASE: 'wrong' })).toMatchObject({
    code: 8,
    wrong: [{ name: 'key' }],
  });

  const [file] = (await readdir(directory, { recursive: true })).filter((name) =>
    /\.(db|sqlite3?)$/.test(name),
  );
  const database = await open(join(directory, file ?? ''), 'r+');
  await database.write(new Uint8Array(64).fill(7), 0, 64, 40_000);
  await database.close();
  expect(await doctor()).toMatchObject({
    code: 9,
    wrong: [{ name: 'file', next: expect.stringContaining('restore') }],
  });
});

test('a report for somebody else holds states, codes and counts, and nobody’s name, address, id, path or key', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'northwind', seed: 5, scale: 0.02 });
  onTestFinished(() => sandbox.close());
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-report-'));
  const directory = join(folder, 'zanzibar');
  const secrets = { TENANTRY_PASSPHRASE: 'correct horse staple', TENANTRY_API_KEY: sandbox.secretKey };
  const tenantry = (words: readonly string[]) =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets);
  await tenantry(['init', '--url', sandbox.url, '--name', 'Zanzibar Widgets']);
  await tenantry(['pull']);
  const { rows } = jsonOf<{ rows: Record<string, unknown>[] }>(
    await tenantry(['list', 'organization', '--limit', '50']),
  ).value;
  const people = jsonOf<{ rows: Record<string, unknown>[] }>(
    await tenantry(['list', 'user', '--limit', '50']),
  );
  const planted = [
    ...[
      'Zanzibar',
      'zanzibar',
      new URL(sandbox.url).host,
      '127.0.0.1',
      sandbox.secretKey,
      'correct horse',
      folder,
    ],
    ...[...rows, ...people.value.rows].flatMap(({ id, name, email }) => [id, name, email]),
  ].filter((value): value is string => typeof value === 'string' && value.length > 3);
  expect(planted.length).toBeGreaterThan(50);

  const report = async (name: string) => {
    const file = join(folder, `${name}.zip`);
    const { code, stderr } = await tenantry(['doctor', '--bundle', file]);
    const files = unzipSync(await readFile(file));
    const texts = Object.fromEntries(Object.entries(files).map(([of, bytes]) => [of, strFromU8(bytes)]));
    // Each of them is shown, whole, before it is written.
    for (const text of Object.values(texts)) expect(stderr).toContain(text);
    for (const value of planted) expect(JSON.stringify(texts)).not.toContain(value);
    return { code, texts };
  };
  const well = await report('well');
  expect(Object.keys(well.texts)).toEqual(['versions.json', 'checks.json', 'settings.json', 'counts.json']);
  expect(JSON.parse(well.texts['counts.json'] ?? '')).toMatchObject({
    records: { organization: rows.length },
  });
  expect(well.code).toBe(0);
  expect(well.texts['versions.json']).toMatch(/"Tenantry \d+\.\d+\.\d+, Node/);
  expect(well.texts['checks.json']).toMatch(/"\d+ of (?:1,000|100) requests in 10 s are left/);

  await sandbox.control.down('refused');
  const down = await report('down');
  expect(JSON.parse(down.texts['checks.json'] ?? '')).toContainEqual({
    ...{ name: 'network', state: 'wrong', code: 'offline', seen: 'ECONNREFUSED' },
  });
  const twice = await tenantry(['doctor', '--bundle', join(folder, 'down.zip')]);
  expect(twice).toMatchObject({ code: 2, stderr: expect.stringContaining('left as it is') });
});
