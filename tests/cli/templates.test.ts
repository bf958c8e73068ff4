import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { OutputOf } from '@shared/contract/operations';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

async function openPlatform() {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'campus', seed: 5, scale: 0.05 });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-templates-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.platformToken,
  };
  const tenantry = (words: readonly string[], input: unknown = '') =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets, JSON.stringify(input));
  await tenantry(['init', '--url', sandbox.url, '--scenario', 'platforms', '--name', 'Templates']);
  await tenantry(['pull']);
  return { tenantry };
}

type Fleet = OutputOf<'templateFleet'>;
type Changed = OutputOf<'changeTemplates'>;

test('one template over all applications is compared, changed for many from a file, and sent', async () => {
  const { tenantry } = await openPlatform();
  const read = await tenantry(['templates', '--read', '--template', 'verification_code']);
  const { code, value } = jsonOf<Fleet>(read);
  expect(code).toBe(0);
  expect(value.rows.every(({ state }) => state === 'same')).toBe(true);
  expect(value.rows).toHaveLength(value.total);
  const body = value.versions[0]?.texts.body ?? '';

  const applications = value.rows.slice(0, 2).map(({ applicationId }) => applicationId);
  const file = {
    template: 'verification_code',
    applications,
    after: { subject: 'Your code for [[name]]', body: body.replace('Verification code', 'Sign in') },
  };
  const dry = jsonOf<Changed>(await tenantry(['change-templates', '-', '--dry-run'], file));
  expect(dry).toMatchObject({ code: 0, value: { counts: { clean: 2 }, staged: [] } });
  const lacking = { ...file, after: { subject: '[[desk]]' } };
  expect(jsonOf<Changed>(await tenantry(['change-templates', '-'], lacking))).toMatchObject({
    code: 5,
    value: { counts: { lacks: 2 }, staged: [] },
  });
  expect(jsonOf<Changed>(await tenantry(['change-templates', '-'], file)).value.staged).toHaveLength(4);
  expect(jsonOf(await tenantry(['apply', '--waves', '1,all'])).code).toBe(0);

  const after = jsonOf<Fleet>(await tenantry(['templates', '--template', 'email/verification_code'])).value;
  const changed = after.rows.filter(({ version }) => version === after.rows[0]?.version);
  expect(changed.map(({ applicationId }) => applicationId).sort()).toEqual([...applications].sort());

  const revert = ['revert-templates', 'verification_code'];
  const [only = ''] = applications;
  expect(jsonOf<Changed>(await tenantry([...revert, '--application', only, '--dry-run']))).toMatchObject({
    code: 0,
    value: { staged: [], rows: [{ applicationId: only, outcome: 'clean' }] },
  });
  expect(jsonOf<Changed>(await tenantry(revert)).value).toMatchObject({ counts: { clean: 2 } });
  expect(jsonOf(await tenantry(['apply'])).code).toBe(0);
  const reverted = jsonOf<Fleet>(await tenantry(['templates', '--template', 'verification_code'])).value;
  expect(reverted).toMatchObject({ wordings: 1, counts: { same: reverted.total } });
});

test('what is no template, no application, or no change is an error, and changes nothing', async () => {
  const { tenantry } = await openPlatform();
  await tenantry(['templates', '--read']);
  const fault = async (words: readonly string[], input: unknown = '') => {
    const { code, value } = jsonOf<{ readonly error: { readonly message: string } }>(
      await tenantry(words, input),
    );
    return [code, value.error.message];
  };
  expect(await fault(['templates', '--template', 'nothing'])).toEqual([
    2,
    expect.stringContaining('email/nothing'),
  ]);
  expect(await fault(['templates', '--template', 'fax/code'])).toEqual([
    2,
    expect.stringContaining('no template'),
  ]);
  expect(await fault(['revert-templates', 'code', '--application', 'app_nobody'])).toEqual([
    2,
    expect.stringContaining('email/code'),
  ]);
  const file = { template: 'verification_code', after: { subject: 'X' } };
  expect(await fault(['change-templates', '-'], { ...file, applications: ['app_nobody'] })).toEqual([
    2,
    expect.stringContaining('app_nobody'),
  ]);
  expect(await fault(['change-templates', '-'], { ...file, subject: 'X' })).toEqual([
    2,
    expect.stringContaining('subject'),
  ]);
});
