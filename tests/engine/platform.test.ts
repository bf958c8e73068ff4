import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { configGroups, configSchemaId } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeRecord } from '../support/decode-record';
import { valueIn } from '../support/value-in';

let directory = '';
let sandbox: Sandbox;
let engine: Engine;

async function platform(path: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { authorization: `Bearer ${sandbox.platformToken}`, 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.url}/v1/platform${path}`, { ...init, headers });
  expect(response.status).toBe(200);
  return response.json();
}

const configPath = ({ id, instanceId }: Application): string =>
  `/applications/${id}/instances/${instanceId}/config`;

async function applications(): Promise<readonly Application[]> {
  const { rows } = valueIn(await engine.call('page', { entity: 'application', limit: 100 }));
  return rows.map((row) => decodeRecord('application', row));
}

const edit = (application: Application, field: string, value: JsonValue): IntentDraft => ({
  entity: 'application',
  recordId: application.id,
  action: { verb: 'update', field, value, base: readField(application, field) ?? null },
});

async function stage(...drafts: IntentDraft[]) {
  return valueIn(await engine.call('stage', { drafts: [...drafts] }));
}

async function reconcile() {
  const { hash } = valueIn(await engine.call('plan', {}));
  return valueIn(await engine.call('apply', { planHash: hash, resolutions: {}, onRefusal: 'continue' }));
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tenantry-platform-'));
  sandbox = await startSandbox({ world: 'campus', scale: 0.1 });
  engine = valueIn(
    await openEngine({
      directory,
      databaseKey: randomBytes(32).toString('hex'),
      apiKey: sandbox.platformToken,
      url: `${sandbox.url}/v1`,
      workspace: { id: 'campus', name: 'Campus', scenario: 'platforms' },
      fetch,
    }),
  );
  valueIn(await waitForSweep(engine));
});

afterEach(async () => {
  await engine.close();
  await sandbox.close();
});

it('copies the applications with their configs, domains, announced domains and transfers, and nothing else', async () => {
  const all = await applications();
  expect(all).toHaveLength(24);
  const status = valueIn(await engine.call('status', {}));
  expect(status.collections.map(({ entity }) => entity)).toEqual([
    'settings',
    'application',
    'domain',
    'domainIntent',
    'applicationTransfer',
  ]);
  const [first] = all;
  expect(first).toMatchObject({ name: 'Ashford University', domain: 'learn.ashford.example' });
  const { config_version: _version, ...held } = (await platform(
    configPath(first as Application),
  )) as object & {
    config_version: string;
  };
  expect(first?.config).toEqual(held);
  expect(JSON.stringify(all)).not.toContain('sk_live_');
});

it('sets one policy across many applications, each as the version that was read', async () => {
  const all = await applications();
  const weak = all.filter(({ config }) => readField(config, 'auth_password.min_length') !== 15);
  const { staged } = await stage(...weak.map((each) => edit(each, 'config.auth_password.min_length', 15)));
  expect(staged).toHaveLength(weak.length);
  expect(
    (await applications()).every(({ config }) => readField(config, 'auth_password.min_length') === 15),
  ).toBe(true);
  // Another admin writes another setting of one of them: its version moves, and that is no collision.
  const [moved] = weak as [Application];
  await platform(configPath(moved), {
    method: 'PATCH',
    body: JSON.stringify({ branding: { primary_color: '#123456' } }),
  });
  expect(await reconcile()).toMatchObject({ applied: weak.length, refused: 0, conflicts: 0 });
  for (const each of all) {
    expect(await platform(configPath(each))).toMatchObject({ auth_password: { min_length: 15 } });
  }
  expect(await platform(configPath(moved))).toMatchObject({ branding: { primary_color: '#123456' } });
  const { effects } = (await sandbox.control.state()).traffic;
  expect(effects[`config.update:${weak[1]?.instanceId}`]).toBe(1);
  const { entries: history } = valueIn(await engine.call('history', { recordId: moved.id, limit: 10 }));
  expect(history.map(({ source, fields }) => [source, fields.map(({ field }) => field)])).toEqual([
    ['local', ['config.auth_password.min_length']],
    ['remote', ['config.branding.primary_color']],
  ]);
});

it('shows a conflict where another admin changed the same setting', async () => {
  const [application] = (await applications()) as [Application];
  await stage(edit(application, 'config.branding.primary_color', '#0a0b0c'));
  await stage(edit(application, 'config.auth_password.min_length', 20));
  await platform(configPath(application), {
    method: 'PATCH',
    body: JSON.stringify({ auth_password: { min_length: 9 } }),
  });
  const plan = valueIn(await engine.call('plan', {}));
  const conflict = plan.steps.find(({ verdict }) => verdict === 'conflict');
  expect(conflict).toMatchObject({ field: 'config.auth_password.min_length', mine: 20, theirs: 9 });
  expect(await reconcile()).toMatchObject({ applied: 1, conflicts: 1 });
});

it('keeps what the service refuses, with its reason, and never stages a mask', async () => {
  const all = await applications();
  const unpaid = all.find(({ name }) => name === 'Brightwater College') as Application;
  await stage(edit(unpaid, 'config.session_settings.maximum_lifetime', 7_200));
  const { steps } = valueIn(await engine.call('plan', {}));
  expect(steps.map(({ verdict, reason }) => [verdict, reason.slice(0, 23)])).toEqual([
    ['refused', 'The service would say: '],
  ]);
  expect(await reconcile()).toMatchObject({ applied: 0 });
  const writes = (await (await fetch(`${sandbox.controlUrl}/requests`)).json()) as {
    requests: { method: string; path: string }[];
  };
  const sent = writes.requests.filter(({ method, path }) => method === 'PATCH' && !path.includes('dry_run'));
  expect(sent).toEqual([]);

  const { rejected } = await stage(
    edit(unpaid, 'config.auth_password.min_length', 'twelve'),
    edit(unpaid, 'config.connection_oauth_google.client_secret', '••••••••'),
    edit(unpaid, 'config', {}),
  );
  expect(rejected).toHaveLength(3);
});

it('refuses what the schema of the configs forbids before it is staged, and says what fits', async () => {
  const [application] = (await applications()) as [Application];
  const { staged, rejected } = await stage(
    edit(application, 'config.auth_password.min_length', 99),
    edit(application, 'config.auth_access_control.sign_up_mode', 'open'),
    edit(application, 'config.branding.support_email', 'nobody'),
    edit(application, 'config.auth_multi_factor.required_for_sign_up', 'yes'),
    edit(application, 'config.branding.primary_color', '#1f6feb'),
  );
  expect(staged).toHaveLength(1);
  expect(rejected.map(({ failure }) => [failure.code, failure.next])).toEqual([
    ['unfit-value', 'Type a whole number from 8 to 72.'],
    ['unfit-value', 'Choose one of public, restricted, waitlist.'],
    ['unfit-value', 'Type an email address.'],
    ['unfit-value', 'Choose true or false.'],
  ]);
});

it('copies the schema of the configs, and reads off it how each setting is edited', async () => {
  const { record } = valueIn(await engine.call('record', { entity: 'settings', id: configSchemaId }));
  const groups = configGroups(decodeRecord('settings', record).values);
  const [application] = (await applications()) as [Application];
  const paths = groups.flatMap(({ settings }) => settings.map(({ path }) => path));
  expect(paths.filter((path) => readField(application, path) === undefined)).toEqual([
    'config.compliance.deletion_grace_days',
  ]);
  const setting = (path: string) =>
    groups.flatMap(({ settings }) => settings).find((one) => one.path === path);
  expect(setting('config.auth_password.min_length')).toEqual({
    path: 'config.auth_password.min_length',
    group: 'auth_password',
    title: 'Least length',
    kind: 'number',
    options: [],
    whole: true,
    minimum: 8,
    maximum: 72,
    writeOnly: false,
    initial: 8,
    unordered: false,
  });
  expect(setting('config.auth_access_control.sign_up_mode')).toMatchObject({
    kind: 'choice',
    options: ['public', 'restricted', 'waitlist'],
  });
  expect(setting('config.branding.primary_color')).toMatchObject({ kind: 'color' });
  expect(setting('config.branding.terms_url')).toMatchObject({ kind: 'text' });
  expect(setting('config.connection_oauth_google.client_secret')).toMatchObject({ writeOnly: true });
});

it('tells how many people a policy touches, who of them has no second factor, and who is lost with an application', async () => {
  const required = 'config.auth_multi_factor.required_for_sign_up';
  const free = (await applications()).filter((one) => readField(one, required) === false);
  const [first, second] = free as [Application, Application];
  const keys = sandbox.applications ?? [];
  const key = keys.find(({ id }) => id === first.id)?.secretKey ?? '';
  const answer = await fetch(`${sandbox.url}/v1/users?limit=500`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const users = (await answer.json()) as readonly { two_factor_enabled: boolean }[];
  const closed = (await applications()).find(({ id }) => id !== first.id && id !== second.id);
  const inClosed = { authorization: `Bearer ${keys.find(({ id }) => id === closed?.id)?.secretKey}` };
  const [people, organizations] = await Promise.all(
    ['/users/count', '/organizations?limit=1'].map(
      async (path) =>
        (await (await fetch(`${sandbox.url}/v1${path}`, { headers: inClosed })).json()).total_count,
    ),
  );
  const closing = {
    entity: 'application' as const,
    recordId: closed?.id,
    action: { verb: 'delete' as const },
  };
  await stage(edit(first, required, true), edit(second, 'config.auth_password.min_length', 14), closing);
  const { blast } = valueIn(await engine.call('plan', {}));
  expect(blast.closings).toMatchObject([{ applicationId: closed?.id, people, organizations }]);
  expect(people * organizations).toBeGreaterThan(0);
  expect(blast.policies).toMatchObject([
    {
      applicationId: first.id,
      people: users.length,
      demandsSecondFactor: true,
      withoutSecondFactor: users.filter((user) => !user.two_factor_enabled).length,
    },
    { applicationId: second.id, people: expect.any(Number), withoutSecondFactor: null },
  ]);
});
