import { mkdtemp, open, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkspace } from '@main/cli/with-workspace';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { success } from '@shared/contract/failure';
import { expect, onTestFinished, test, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

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
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (words: readonly string[], given = secrets) =>
    runCli(cli, [...words, '--dir', directory, '--json'], given);
  const doctor = async (given = secrets) => {
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

  await sandbox.control.setClock({ advanceMs: 3_600_000 });
  expect(await doctor()).toMatchObject({
    code: 5,
    wrong: [
      {
        name: 'clock',
        detail: expect.stringMatching(/^3[56]\d\d s behind/),
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
