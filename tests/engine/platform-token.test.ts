import type { Engine } from '@main/engine/engine';
import type { Sandbox } from '@main/sandbox/start-sandbox';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { configGroups, configSchemaId } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';
import { reachOf } from '@shared/domain/policy-reach';
import type { Application } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';
import { decodeRecord } from '../support/decode-record';
import { valueIn } from '../support/value-in';
import { application, edit, heldConfig, reconcile, start, workspaceOn } from './token-rig';

const capability = async (engine: Engine) => valueIn(await engine.call('status', {})).capabilities.platform;

test.each([
  ['lumen', 'b2c'],
  ['northwind', 'b2b'],
] as const)(
  'with a token a workspace of %s copies its application, config and schema; without, it says so',
  async (world, scenario) => {
    const sandbox = await start(world);
    const open = await workspaceOn(sandbox, scenario);
    const before = await open();
    expect(await application(before)).toBeUndefined();
    expect(await capability(before)).toMatchObject({
      state: 'off',
      next: 'Add a Platform token under Settings.',
    });
    const { counts } = valueIn(await before.call('status', {}));

    const engine = await open(sandbox.platformToken);
    expect(await capability(engine)).toEqual({ state: 'available' });
    const own = (await application(engine)) as Application;
    const [production] = sandbox.applications;
    expect(own).toMatchObject({
      id: production?.id,
      instanceId: production?.instance,
      environment: 'production',
    });
    const { config_version: _version, ...held } = await heldConfig(sandbox, own);
    expect(own.config).toEqual(held);
    const { record } = valueIn(await engine.call('record', { entity: 'settings', id: configSchemaId }));
    expect(configGroups(decodeRecord('settings', record).values).length).toBeGreaterThan(10);
    expect(valueIn(await engine.call('status', {})).counts).toEqual({
      ...counts,
      application: 1,
      settings: (counts.settings ?? 0) + 1,
    });
    // What was there before the token came was not made by anybody.
    expect(valueIn(await engine.call('history', { limit: 10 })).entries).toEqual([]);
  },
);

interface HeldUser {
  readonly two_factor_enabled: boolean;
  readonly totp_enabled: boolean;
  readonly backup_code_enabled: boolean;
  readonly password_enabled: boolean;
  readonly username: string | null;
  readonly passkeys: readonly unknown[];
  readonly email_addresses: readonly unknown[];
  readonly phone_numbers: readonly { readonly reserved_for_second_factor: boolean }[];
  readonly external_accounts: readonly { readonly provider: string }[];
}

/** Whom each policy meets, by what the service says of people. */
const met: Readonly<Record<string, (user: HeldUser) => boolean>> = {
  'auth_multi_factor.required_for_sign_up': (user) => !user.two_factor_enabled,
  'auth_multi_factor.authenticator_app': (user) => user.totp_enabled,
  'auth_multi_factor.backup_code': (user) => user.backup_code_enabled,
  'auth_multi_factor.phone_code': (user) =>
    user.phone_numbers.some((number) => number.reserved_for_second_factor),
  'auth_password.enabled': (user) => user.password_enabled,
  'auth_password.min_length': (user) => user.password_enabled,
  'auth_passkey.enabled': (user) => user.passkeys.length > 0,
  'auth_email.required': (user) => user.email_addresses.length === 0,
  'auth_email.used_for_sign_in': (user) => user.email_addresses.length > 0,
  'auth_phone.required': (user) => user.phone_numbers.length === 0,
  'auth_phone.used_for_sign_in': (user) => user.phone_numbers.length > 0,
  'auth_username.required': (user) => user.username === null,
  'auth_username.used_for_sign_in': (user) => user.username !== null,
};

const metBy = (path: string): ((user: HeldUser) => boolean) | undefined => {
  const provider = /^connection_(oauth_\w+)\.enabled$/.exec(path)?.[1];
  return provider === undefined
    ? met[path]
    : (user) => user.external_accounts.some((account) => account.provider === provider);
};

test('whom a policy reaches is as many people as the service says, for every setting that reaches anybody', async () => {
  const sandbox = await start('lumen');
  const headers = { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' };
  const made = await fetch(`${sandbox.url}/v1/users`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      username: 'nobody_writes_to',
      backup_codes: ['one-time-1'],
      password: 'quiet otter 71',
    }),
  });
  expect(made.status).toBe(200);
  const users = (await (await fetch(`${sandbox.url}/v1/users?limit=500`, { headers })).json()) as HeldUser[];
  const engine = await (await workspaceOn(sandbox, 'b2c'))(sandbox.platformToken);
  const { record } = valueIn(await engine.call('record', { entity: 'settings', id: configSchemaId }));
  const settings = configGroups(decodeRecord('settings', record).values).flatMap((group) => group.settings);
  const reaching = settings.flatMap(({ path }) => reachOf(path) ?? []);
  expect(
    reaching
      .filter(({ setting }) => !setting.startsWith('connection_'))
      .map(({ setting }) => setting)
      .sort(),
  ).toEqual(Object.keys(met).sort());
  const counted: Record<string, number> = {};
  for (const { setting, where } of reaching) {
    const { total } = valueIn(await engine.call('page', { entity: 'user', where: [...where], limit: 1 }));
    expect([setting, total]).toEqual([setting, users.filter(metBy(setting) ?? (() => false)).length]);
    counted[setting] = total;
  }
  expect(counted['connection_oauth_google.enabled']).toBeGreaterThan(0);
  expect(counted['connection_oauth_spotify.enabled']).toBe(0);
  expect([counted['auth_email.required'], counted['auth_multi_factor.backup_code']]).toEqual([1, 1]);
});

test('policies are staged, tried out, sent as the version that was read, told in history and undone', async () => {
  const sandbox = await start('lumen');
  const engine = await (await workspaceOn(sandbox, 'b2c'))(sandbox.platformToken);
  const own = (await application(engine)) as Application;
  const required = 'config.auth_multi_factor.required_for_sign_up';
  const drafts = [
    edit(own, 'config.auth_password.min_length', 14),
    edit(own, required, true),
    edit(own, 'config.connection_oauth_github.enabled', true),
  ];
  valueIn(await engine.call('stage', { drafts }));
  const { blast, steps } = valueIn(await engine.call('plan', {}));
  const { counts } = valueIn(await engine.call('status', {}));
  expect(blast.policies).toHaveLength(3);
  expect(blast.policies[1]).toMatchObject({ people: counts.user, demandsSecondFactor: true });
  expect(steps.map(({ verdict }) => verdict)).toEqual(['clean', 'clean', 'clean']);
  expect(await reconcile(engine)).toMatchObject({ applied: 3, refused: 0, conflicts: 0 });
  expect(await heldConfig(sandbox, own)).toMatchObject({
    auth_password: { min_length: 14 },
    auth_multi_factor: { required_for_sign_up: true },
    connection_oauth_github: { enabled: true },
  });
  const { entries: history } = valueIn(await engine.call('history', { recordId: own.id, limit: 10 }));
  expect(history.map(({ source }) => source)).toEqual(['local', 'local', 'local']);

  valueIn(await engine.call('stageInverse', { id: defaultChangeSetId }));
  expect(await reconcile(engine)).toMatchObject({ applied: 3 });
  expect(await heldConfig(sandbox, own)).toMatchObject({
    auth_multi_factor: { required_for_sign_up: readField(own, required) as JsonValue },
  });
});

test('a token that the service refuses closes policies and nothing else', async () => {
  const sandbox = await start('northwind');
  const open = await workspaceOn(sandbox, 'b2b');
  const engine = await open('plapi_nobodys');
  const status = valueIn(await engine.call('status', {}));
  expect(status.freshness.kind).toBe('synced');
  expect(status.counts.user).toBeGreaterThan(0);
  expect(status.capabilities.platform).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining('The service refuses the Platform token.'),
  });
  expect(await engine.tryPlatformToken('plapi_nobodys')).toMatchObject({
    ok: false,
    error: { code: 'forbidden', message: expect.stringContaining('refuses the Platform token') },
  });
  expect(await engine.tryPlatformToken(sandbox.platformToken)).toEqual({ ok: true, value: null });
});

test.each([
  ['is not understood', () => Response.json('later')],
  ['the Platform API fails to give', () => new Response('', { status: 503 })],
] as const)('a schema that %s costs itself, and none of the settings beside it', async (_what, schema) => {
  const sandbox = await start('lumen');
  const odd: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    return answer.url.endsWith('/config/schema') ? schema() : answer;
  };
  const engine = await (await workspaceOn(sandbox, 'b2c', odd))(sandbox.platformToken);
  const { freshness, collections } = valueIn(await engine.call('status', {}));
  expect(freshness.kind).toBe('synced');
  expect(collections.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(await application(engine)).toMatchObject({ name: 'Lumen' });
});

/** Both accounts at one address, as at the real service. */
const oneAddress =
  (elsewhere: Sandbox): typeof fetch =>
  (input, init) => {
    const to = new URL(input instanceof Request ? input.url : input);
    const foreign = new Headers(init?.headers).get('authorization') === `Bearer ${elsewhere.platformToken}`;
    return fetch(foreign ? new URL(to.pathname + to.search, elsewhere.url) : to, init);
  };

test('an application that another account’s token does not show is not known, and not gone', async () => {
  const sandbox = await start('lumen');
  const elsewhere = await start('northwind');
  const open = await workspaceOn(sandbox, 'b2c', oneAddress(elsewhere));
  const engine = await open(sandbox.platformToken);
  const own = (await application(engine)) as Application;
  valueIn(await engine.call('stage', { drafts: [edit(own, 'config.auth_password.min_length', 17)] }));
  const other = await open(elsewhere.platformToken);
  const { steps, unread } = valueIn(await other.call('plan', {}));
  expect([steps, unread.length]).toEqual([[], 1]);
  expect(JSON.stringify(unread)).toContain('belongs to another account');
  expect(await application(other)).toMatchObject({ state: 'pending', name: 'Lumen' });
});

test('a token of another account, which does not show this instance, is refused in words', async () => {
  const sandbox = await start('northwind');
  const elsewhere = await start('lumen');
  const engine = await (await workspaceOn(sandbox, 'b2b', oneAddress(elsewhere)))();
  expect(await engine.tryPlatformToken(elsewhere.platformToken)).toMatchObject({
    ok: false,
    error: { code: 'forbidden', message: expect.stringContaining('belongs to another account') },
  });
});

test('lists, open objects and what the schema keeps to itself are set, and an object loses the keys that are left out', async () => {
  const sandbox = await start('lumen');
  const engine = await (await workspaceOn(sandbox, 'b2c'))(sandbox.platformToken);
  const own = (await application(engine)) as Application;
  const set = async (field: string, value: JsonValue) => {
    const now = (await application(engine)) as Application;
    const { rejected } = valueIn(await engine.call('stage', { drafts: [edit(now, field, value)] }));
    if (rejected[0]) return rejected[0].failure.next;
    expect(await reconcile(engine)).toMatchObject({ applied: 1, refused: 0 });
    return 'applied';
  };
  expect(await set('config.connection_oauth_google.scopes', ['calendar', 'drive'])).toBe('applied');
  expect(await set('config.session.claims', { tier: 'gold', team: { id: 7 } })).toBe('applied');
  expect(await set('config.session.claims', { team: { id: 8 } })).toBe('applied');
  expect(await set('config.experimental.rollout_percent', 25)).toBe('applied');
  expect((await heldConfig(sandbox, own)).session?.claims).toEqual({ team: { id: 8 } });
  expect(await heldConfig(sandbox, own)).toMatchObject({
    connection_oauth_google: { scopes: ['calendar', 'drive'] },
    experimental: { rollout_percent: 25 },
  });
  expect(await set('config.connection_oauth_google.scopes', 'calendar')).toBe('Give a list of texts.');
  expect(await set('config.connection_oauth_google.scopes', [''])).toContain('none of them empty');
  expect(await set('config.auth_attack_protection.email_link', {})).toContain(
    'email_link.require_same_client',
  );
  expect(await set('config.session.claims', { key: '••••••••' })).toContain('stage again');
});

test('what was staged with a token waits where it is taken out: the application is not gone, and nothing is sent', async () => {
  const sandbox = await start('lumen');
  const open = await workspaceOn(sandbox, 'b2c');
  const engine = await open(sandbox.platformToken);
  const own = (await application(engine)) as Application;
  valueIn(await engine.call('stage', { drafts: [edit(own, 'config.auth_password.min_length', 17)] }));
  const without = await open();
  const { steps, unread } = valueIn(await without.call('plan', {}));
  expect(steps).toEqual([]);
  expect(unread).toHaveLength(1);
  expect(JSON.stringify(unread)).toContain('This workspace has no Platform token');
  expect(await reconcile(without)).toMatchObject({ applied: 0, refused: 0 });
  expect(await application(without)).toMatchObject({ state: 'pending', name: 'Lumen' });
  const { record } = valueIn(await without.call('record', { entity: 'settings', id: configSchemaId }));
  expect(record).not.toBeNull();
  const again = await open(sandbox.platformToken);
  expect(await reconcile(again)).toMatchObject({ applied: 1 });
  expect(await heldConfig(sandbox, own)).toMatchObject({ auth_password: { min_length: 17 } });
});
