import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startBetterAuth } from '../support/better-auth/start-better-auth';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

vi.setConfig({ testTimeout: 180_000 });

type Row = { readonly id: string; readonly name: string; readonly role: string };

test('a workspace of a Better Auth server is made, copied, edited, sent, and says what the server lacks', async () => {
  const [cli, folder, server] = await Promise.all([buildCli(), temporaryFolder(), startBetterAuth()]);
  const { origin } = new URL(server.url);
  const directory = join(folder, 'workspace');
  const secrets = { TENANTRY_PASSPHRASE: 'correct horse', TENANTRY_API_KEY: server.apiKey };
  const tenantry = async (words: readonly string[], more = {}) => {
    const [command = '', ...rest] = words;
    return jsonOf(
      await runCli(cli, [command, '--dir', directory, '--json', ...rest], { ...secrets, ...more }),
    );
  };
  const stage = async (drafts: readonly object[]) => {
    const file = join(folder, 'drafts.json');
    await writeFile(file, JSON.stringify(drafts));
    return tenantry(['stage', file]);
  };
  const init = ['init', '--url', origin, '--service', 'better-auth'];
  expect(await tenantry([...init, '--scenario', 'platforms'])).toMatchObject({
    code: 2,
    value: { error: { message: expect.stringContaining('Better Auth has no platform') } },
  });
  expect(await tenantry(['init', '--url', origin, '--service', 'okta'])).toMatchObject({ code: 2 });
  expect(await tenantry(init)).toMatchObject({
    code: 0,
    value: { service: 'better-auth', url: server.url, environment: 'production' },
  });
  expect(JSON.parse(await readFile(join(directory, 'workspace.json'), 'utf8'))).toMatchObject({ version: 2 });

  expect(await tenantry(['pull'])).toMatchObject({ code: 0 });
  const status = await tenantry(['status']);
  expect(status.value).toMatchObject({
    counts: { user: 12, organization: 4, membership: 12, role: 3, invitation: 0, template: 0 },
    capabilities: {
      'list.user': { state: 'available' },
      'list.roleSet': { state: 'missing', reason: 'Better Auth has no role sets.' },
      platform: { state: 'off', reason: 'Better Auth has no Platform API.' },
    },
  });
  const failed = (status.value.collections as { phase: string }[]).filter(({ phase }) => phase !== 'done');
  expect(failed).toEqual([]);

  const twin = await runCli(cli, ['sandbox', '--from', directory, '--pseudonymise'], secrets);
  expect(twin).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('a Better Auth server'),
  });

  const rows = async (entity: string) => (await tenantry(['list', entity])).value.rows as Row[];
  const [organization] = await rows('organization');
  const owner = (await rows('membership')).find(({ role }) => role === 'owner');
  const [person] = await rows('user');
  const update = (entity: string, recordId: string | undefined, field: string, value: unknown) => ({
    ...{ entity, recordId, action: { verb: 'update', field, value } },
  });
  const before = server.received.length;
  const refused = await stage([
    update('user', person?.id, 'lastName', 'Doe'),
    { entity: 'organization', action: { verb: 'create', values: { name: 'Brand New' } } },
    { entity: 'user', recordId: person?.id, action: { verb: 'delete' } },
    { entity: 'user', recordId: person?.id, action: { verb: 'perform', operation: 'revokeSessions' } },
    update('membership', owner?.id, 'role', 'member'),
    update('organization', organization?.id, 'name', 'Renamed Ltd'),
  ]);
  const said = (refused.value.rejected as { failure: { message: string } }[]).map(
    ({ failure }) => failure.message,
  );
  expect(said).toEqual([
    'Better Auth does not take this change (lastName of user). Nothing was staged.',
    'Better Auth does not take this change (create of organization). Nothing was staged.',
    'Better Auth does not take this change (delete of user). Nothing was staged.',
    'Better Auth does not take this change (revokeSessions of user). Nothing was staged.',
    expect.stringContaining('admin'),
  ]);
  expect(server.received.length).toBe(before);
  expect(await tenantry(['apply'])).toMatchObject({ code: 0, value: { report: { applied: 1, refused: 0 } } });
  expect((await server.ask('GET', '/tenantry/list?of=organization')).data).toContainEqual(
    expect.objectContaining({ id: organization?.id, name: 'Renamed Ltd' }),
  );
  expect(await tenantry(['replace-key'], { TENANTRY_API_KEY: 'ended' })).toMatchObject({
    code: 4,
    value: { error: { code: 'key-refused' } },
  });
});
