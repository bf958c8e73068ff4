import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface Drift {
  readonly deviations: readonly { applicationId: string; setting: string; expected: number; found: number }[];
  readonly score: number;
}

async function openFleet() {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'campus', seed: 5, scale: 0.05 });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-drift-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.platformToken,
  };
  const tenantry = (words: readonly string[], input: unknown = '') =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets, JSON.stringify(input));
  await tenantry(['init', '--url', sandbox.url, '--scenario', 'platforms', '--name', 'Drift']);
  // Nobody is ever shown the settings of this one.
  const unread = sandbox.applications.at(-1)?.id ?? '';
  await sandbox.control.addFault({
    kind: 'status',
    status: 403,
    times: 1_000,
    match: { method: 'GET', path: `${unread}/` },
  });
  await tenantry(['pull']);
  return { tenantry, unread };
}

interface Fault {
  readonly error: { readonly message: string };
}

test('drift is measured by what is kept or by a file, and ends with 5 where a script expects none', async () => {
  const { tenantry, unread } = await openFleet();
  expect(jsonOf(await tenantry(['drift', '--expect', 'none'])).code).toBe(2);

  const settings = [{ path: 'config.auth_password.min_length', value: 72 }];
  await tenantry(['keep', 'baseline', '-'], [{ id: 'all', value: { name: 'All', level: 'all', settings } }]);
  const { code, value } = jsonOf<Drift>(await tenantry(['drift']));
  expect(code).toBe(0);
  expect(value.score).toBe(0);
  expect(value.deviations[0]).toMatchObject({ setting: 'auth_password.min_length', expected: 72 });
  expect(jsonOf(await tenantry(['drift', '--expect', 'none'])).code).toBe(5);
  expect(jsonOf(await tenantry(['drift', '--group', 'nobody'])).code).toBe(2);

  const [first] = value.deviations;
  const { applicationId = '', found = 0 } = first ?? {};
  const others = value.deviations.slice(1).map((one) => one.applicationId);
  const settingsOf = { name: 'File', settings: { 'auth_password.min_length': found } };
  const doubtful = await tenantry(['fleet', 'drift', '--baseline', '-'], { ...settingsOf, ignore: others });
  expect(jsonOf<Drift>(doubtful)).toMatchObject({ code: 3, value: { deviations: [], score: 1 } });
  expect(doubtful.stderr).toContain('nobody can say what they are');
  const file = { ...settingsOf, ignore: [...others, unread] };
  const measured = jsonOf<Drift>(await tenantry(['fleet', 'drift', '--baseline', '-'], file));
  expect(measured).toMatchObject({ code: 0, value: { deviations: [], score: 1 } });
  const harder = { ...file, settings: { 'auth_password.min_length': found + 1 } };
  expect(jsonOf<Drift>(await tenantry(['fleet', 'drift', '--baseline', '-'], harder))).toMatchObject({
    code: 5,
    value: { deviations: [{ applicationId, found, expected: found + 1 }], score: 0 },
  });

  type Applied = { staged: number; report: { applied: number; waves: readonly unknown[] } };
  const one = ['fleet', 'apply', '--baseline', '-', '--wave', '1,all'];
  expect(
    jsonOf<Applied>(await tenantry(one, { ...harder, ignore: [...others.slice(1), unread] })),
  ).toMatchObject({
    code: 0,
    value: { report: { applied: 2, waves: [{}, {}] } },
  });
  expect(jsonOf(await tenantry(['fleet', 'drift', '--baseline', '-'], harder)).code).toBe(0);
}, 240_000);

test('what is misspelt or lacks a variable never looks like a fleet in order, and own leftovers do not lock it out', async () => {
  const { tenantry, unread } = await openFleet();
  const file = ['--baseline', '-'];
  const misspelt = { name: 'File', settings: { 'auth_password.min_lenght': 16 } };
  const measured = jsonOf<Fault>(await tenantry(['drift', '--expect', 'none', ...file], misspelt));
  expect(measured.code).toBe(2);
  expect(measured.value.error.message).toContain('auth_password.min_lenght');
  expect(jsonOf(await tenantry(['fleet', 'apply', ...file], misspelt)).code).toBe(2);

  const greeting = { name: 'File', settings: { 'branding.sign_in_title': 'Hi {{tier}}' } };
  expect(jsonOf(await tenantry(['fleet', 'drift', ...file], greeting)).code).toBe(5);
  expect(jsonOf(await tenantry(['fleet', 'apply', ...file], greeting))).toMatchObject({
    code: 5,
    value: { staged: 0, report: null, counts: { 'missing-variable': expect.any(Number) } },
  });

  const baseline = { name: 'File', settings: { 'auth_password.min_length': 71 }, ignore: [unread] };
  const [first] = jsonOf<Drift>(await tenantry(['drift', ...file], baseline)).value.deviations;
  const draft = (value: number) => ({
    entity: 'application',
    recordId: first?.applicationId,
    action: { verb: 'update', field: 'config.auth_password.min_length', value, base: first?.found },
  });
  await tenantry(['stage', '-'], [draft(70)]);
  expect(jsonOf(await tenantry(['fleet', 'apply', ...file], baseline)).code).toBe(2);
  expect(jsonOf(await tenantry(['withdraw', 'nobody'])).code).toBe(2);
  expect(jsonOf(await tenantry(['withdraw', '--all']))).toMatchObject({ code: 0, value: { withdrawn: 1 } });
  await tenantry(['stage', '-'], [draft(71)]);
  const applied = jsonOf<{ staged: number }>(await tenantry(['fleet', 'apply', ...file], baseline));
  expect(applied).toMatchObject({ code: 0, value: { report: { applied: applied.value.staged } } });
}, 240_000);
