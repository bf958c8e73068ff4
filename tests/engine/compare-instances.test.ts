import { twins } from '@main/cli/twins-command';
import type { Failure, Result } from '@shared/contract/failure';
import type { JsonValue } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';
import { application, heldConfig, reconcile, start, workspaceOn } from './token-rig';

const errorIn = (result: Result<unknown>): Partial<Failure> => (result.ok ? {} : result.error);

interface Told {
  readonly instances: readonly { readonly instance_id: string; readonly environment_type: string }[];
}

/** What the other instance holds, by plain HTTP, and a way to change it there. */
async function twinOf(
  service: { readonly url: string; readonly platformToken: string },
  { id, environment }: Application,
) {
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = {
      authorization: `Bearer ${service.platformToken}`,
      'content-type': 'application/json',
    };
    const answer = await fetch(`${service.url}/v1/platform/applications/${id}${path}`, { ...init, headers });
    expect(answer.status).toBeLessThan(300);
    return answer.json();
  };
  const { instances } = (await ask('')) as Told;
  const instance = instances.find((one) => one.environment_type !== environment)?.instance_id;
  const path = `/instances/${instance}/config`;
  return {
    held: async () => (await ask(path)) as Record<string, Record<string, JsonValue>>,
    patch: (json: object) => ask(path, { method: 'PATCH', body: JSON.stringify(json) }),
  };
}

test.each([
  ['lumen', 'b2c'],
  ['northwind', 'b2b'],
] as const)(
  'development of %s is compared with its production setting by setting, and brought over',
  async (world, scenario) => {
    const sandbox = await start(world);
    const engine = await (await workspaceOn(sandbox, scenario))(sandbox.platformToken);
    const own = (await application(engine)) as Application;
    const twin = await twinOf(sandbox, own);
    const before = valueIn(await twins(engine, undefined));
    expect(before).toMatchObject({ environment: 'production', twinEnvironment: 'development' });
    expect(before.same).toBeGreaterThan(20);

    await twin.patch({ auth_password: { min_length: 31 }, branding: { primary_color: '#123ABC' } });
    const differing = valueIn(await twins(engine, own.id));
    const held = (await heldConfig(sandbox, own)).auth_password?.min_length;
    expect(differing.differences).toContainEqual({
      setting: 'auth_password.min_length',
      held,
      twin: 31,
      bring: {
        entity: 'application',
        recordId: own.id,
        action: { verb: 'update', field: 'config.auth_password.min_length', value: 31, base: held },
      },
    });
    for (const { setting, held: mine, twin: theirs } of differing.differences)
      expect([setting, mine]).not.toEqual([setting, theirs]);

    const wrong = await twins(engine, own.id, {
      bring: ['auth_password.min_length', 'auth_password.nothing'],
    });
    expect(errorIn(wrong).message).toContain('auth_password.nothing. Nothing was staged.');
    expect(valueIn(await engine.call('intents', {}))).toEqual([]);
    valueIn(await twins(engine, own.id, { bring: ['auth_password.min_length'] }));
    const staged = valueIn(await twins(engine, own.id)).differences;
    expect(staged.find(({ setting }) => setting === 'auth_password.min_length')).toMatchObject({
      staged: 31,
      bring: null,
    });
    await reconcile(engine);
    expect((await heldConfig(sandbox, own)).auth_password?.min_length).toBe(31);
    const after = valueIn(await twins(engine, own.id)).differences.map(({ setting }) => setting);
    expect(after).not.toContain('auth_password.min_length');
    expect(after).toContain('branding.primary_color');

    valueIn(await engine.call('workOffline', { on: true }));
    expect(errorIn(await twins(engine, own.id)).code).toBe('offline');
  },
);

test('in a platform each application has its own twin, and secrets are neither shown nor brought', async () => {
  const fleet = await openFleet();
  const rows = await fleet.rows('application');
  expect(errorIn(await twins(fleet.engine, undefined)).code).toBe('invalid-input');
  const [first, second] = rows.filter(({ environment }) => environment === 'production') as [
    Application,
    Application,
  ];
  const [twin, other] = [await twinOf(fleet.sandbox, first), await twinOf(fleet.sandbox, second)];
  await twin.patch({
    auth_password: { min_length: 33 },
    connection_oauth_google: { client_secret: 'quiet-as-a-mouse' },
  });
  await other.patch({ auth_password: { min_length: 34 } });
  for (const [id, length] of [
    [first.id, 33],
    [second.id, 34],
  ] as const) {
    const told = valueIn(await fleet.engine.call('compareInstances', { applicationId: id }));
    expect(told.differences.find(({ setting }) => setting === 'auth_password.min_length')?.twin).toBe(length);
    expect(told.differences.filter(({ setting }) => setting.endsWith('client_secret'))).toEqual([]);
    expect(told.unknown).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain('quiet-as-a-mouse');
  }

  await fleet.ask('/platform/applications', {
    method: 'POST',
    body: JSON.stringify({ name: 'Only for trying', environment_types: ['development'] }),
  });
  await fleet.sync();
  const alone = (await fleet.rows('application')).find(({ name }) => name === 'Only for trying');
  expect(errorIn(await twins(fleet.engine, alone?.id)).message).toContain('no other instance');
});
