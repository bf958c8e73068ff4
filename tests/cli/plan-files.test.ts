import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

test('plans are kept, given by a CSV file, told by limits, and carried to a colleague as a signed file', async () => {
  const sandbox = await startSandbox({ world: 'campus', scale: 0.1 });
  const cli = await buildCli();
  onTestFinished(async () => {
    await sandbox.close();
  });
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-plans-'));
  const secrets = { TENANTRY_PASSPHRASE: 'correct horse', TENANTRY_API_KEY: sandbox.platformToken };
  const tenantry = async (words: readonly string[], input = '') => {
    const [command = '', ...rest] = words;
    const all = [command, '--dir', join(folder, 'workspace'), '--json', ...rest];
    return jsonOf(await runCli(cli, all, secrets, input));
  };
  await tenantry(['init', '--url', sandbox.url, '--scenario', 'platforms']);
  expect((await tenantry(['pull'])).code).toBe(0);
  const plans = [{ id: 'pro', value: { name: 'Pro', limits: { seats: 20, domains: 0 } } }];
  await tenantry(['keep', 'customerPlan', '-', '--by', 'Ada'], JSON.stringify(plans));
  const csv = join(folder, 'plans.csv');
  await writeFile(csv, 'application,plan,since\nAshford University,Pro,2026-01-01\nNobody,Pro,\n');
  const look = await tenantry(['import-plans', csv, '--dry-run']);
  expect(look).toMatchObject({ code: 0, value: { kept: false, summary: { new: 1, refused: 1 } } });
  expect((await tenantry(['import-plans', csv])).code).toBe(2);
  const over = await tenantry(['limits', '--only', 'over']);
  expect(over.value.customers).toMatchObject([{ name: 'Ashford University', planName: 'Pro' }]);

  const file = join(folder, 'books.json');
  await tenantry(['book', 'customerPlan,customerSubscription', '--signed', file, '--by', 'Ada']);
  const taken = await tenantry(['take-books', file]);
  expect(taken.value).toMatchObject({ kept: false, author: { name: 'Ada', self: true } });
  expect(taken.value.rows).toMatchObject([{ outcome: 'same' }, { outcome: 'same' }]);
});
