import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countPeople } from '@main/cli/count-people';
import { exitCodes } from '@main/cli/exit-code';
import { findExitCode, findPerson } from '@main/cli/find-person';
import { copyExitCode, copyPools } from '@main/cli/pools-command';
import { pull } from '@main/cli/run-command';
import { withUnlocked, withWorkspace } from '@main/cli/with-workspace';
import { copyPool } from '@main/engine/copy-pool';
import { listWorkspaces } from '@main/workspace/list-workspaces';
import { newCopyRun, runCopies } from '@main/workspace/pools/run-copies';
import { replaceApiKey } from '@main/workspace/replace-api-key';
import { failure, success } from '@shared/contract/failure';
import { expect, it, vi } from 'vitest';
import { valueIn } from '../support/value-in';
import { agreeOnOneMore } from './agree-on-one-more';
import { openPlatform, platformId } from './open-platform';

vi.setConfig({ testTimeout: 300_000 });

it('a budget cuts a copy off where it stands: it is not called complete, and the next run goes on there; what waits in it is not sent', async () => {
  const { sandbox, directory, one, other, held, copies, root } = await openPlatform();
  const application = [one.id, other.id];
  const cut = valueIn(await copyPools(directory, { application, mostCalls: 4 }));
  expect(cut).toMatchObject({
    ended: 'calls',
    spent: { calls: 4 },
    entries: [
      { applicationId: one.id, state: 'begun', asOf: 0 },
      { applicationId: other.id, state: 'waiting' },
    ],
  });
  expect(copyExitCode(cut)).toBe(exitCodes.conflicts);
  expect(await copies()).toMatchObject([{ applicationId: one.id, asOf: 0 }]);
  // Half a copy says of nobody that they are not there.
  const searched = valueIn(await findPerson(directory, 'nobody at all'));
  expect(searched.pools.find(({ applicationId }) => applicationId === one.id)).toMatchObject({
    state: 'incomplete',
    failure: { code: 'incomplete', message: expect.stringContaining('never complete') },
  });
  expect(findExitCode(searched)).toBe(exitCodes.unreachable);
  expect(valueIn(await countPeople(directory, [one.id]))).toMatchObject({
    counted: [],
    notCounted: [{ applicationId: one.id }],
  });

  const full = valueIn(await copyPools(directory, { application, mostBytes: 1 }));
  expect(full).toMatchObject({
    ended: 'bytes',
    entries: [{ state: 'begun', asOf: 0, failure: null }, { state: 'waiting' }],
  });

  const whole = valueIn(await copyPools(directory, { application }));
  expect(copyExitCode(whole)).toBe(exitCodes.done);
  expect(whole.entries.map(({ state }) => state)).toEqual(['copied', 'copied']);
  expect(whole.entries.map(({ people }) => people)).toEqual([await held(one), await held(other)]);
  const copied = await copies();
  expect(copied).toHaveLength(2);
  for (const { asOf, bytes } of copied) expect([asOf > 0, bytes > 0]).toEqual([true, true]);
  // One workspace for each, however often it is begun; and the plain file beside it tells a time, nothing else.
  const listed = valueIn(await listWorkspaces(root)).workspaces.filter(({ info }) => info.platform);
  expect(listed.map(({ info }) => info.scenario)).toEqual(['b2b', 'b2b']);
  const told = JSON.parse(await readFile(join(listed[0]?.directory ?? '', 'copied.json'), 'utf8'));
  expect(Object.keys(told)).toEqual(['asOf']);
  expect(valueIn(await countPeople(directory, application)).people).toBe(
    (await held(one)) + (await held(other)),
  );

  const copy = copied.find(({ applicationId }) => applicationId === one.id);
  const pool = join(root, copy?.id ?? '');
  const free = await agreeOnOneMore(directory, pool, one.id);
  // A key that was rotated since is renewed.
  valueIn(
    await withWorkspace(pool, async (engine) => {
      const page = valueIn(await engine.call('page', { entity: 'organization', limit: 1 }));
      const recordId = String(page.rows[0]?.id);
      // Nothing was handed over yet.
      expect(valueIn(await engine.call('stage', { drafts: free })).rejected).toEqual([]);
      valueIn(await engine.call('undo', {}));
      const action = { verb: 'update', field: 'name', value: 'Staged' };
      valueIn(await engine.call('stage', { drafts: [{ entity: 'organization', recordId, action }] }));
      return engine.call('setAutoReconcile', { on: true });
    }),
  );
  const rotated = await fetch(`${sandbox.url}/v1/platform/applications/${one.id}/rotate_secret_keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.platformToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ delay_old_secrets_expiration_hours: 0 }),
  });
  expect(rotated.status).toBe(200);
  const key = await fetch(`${sandbox.url}/v1/platform/applications/${one.id}?include_secret_keys=true`, {
    headers: { authorization: `Bearer ${sandbox.platformToken}` },
  });
  const { instances } = await key.json();
  const secretKey = instances.find(
    (each: { environment_type: string }) => each.environment_type === 'production',
  ).secret_key;

  const again = valueIn(await copyPools(directory, { application: [one.id] }));
  expect(again).toMatchObject({ ended: 'done', entries: [{ state: 'copied', failure: null }] });
  expect(again.entries[0]?.people).toBe(await held({ ...one, secretKey }));
  expect((await copies()).find(({ id }) => id === copy?.id)?.asOf).toBeGreaterThan(
    copy?.asOf ?? Number.POSITIVE_INFINITY,
  );
  const status = valueIn(await withWorkspace(pool, (engine) => engine.call('status', {})));
  expect(status).toMatchObject({ autoReconcile: true, intents: { staged: 1 } });
  // Copied since, it is kept to what was agreed: one more of each is room for the first of two.
  const kept = valueIn(await withWorkspace(pool, (engine) => engine.call('stage', { drafts: free })));
  expect(kept.rejected.map(({ index, failure }) => [index, failure.code, failure.message])).toEqual([
    [1, 'limit', expect.stringMatching(/ may have \d+ invitations? \(plan Base\), and has \d+\.$/)],
    [
      3,
      'limit',
      expect.stringMatching(/^This application may have \d+ people \(plan Base\), and has \d+\.$/),
    ],
    [4, 'limit', expect.stringMatching(/^Many seats may have 500 seats \(plan Base\): 501 would be more\.$/)],
    [6, 'limit', expect.stringMatching(/^This application may have \d+ organizations? \(plan Base\)/)],
    [7, 'not-found', expect.stringContaining('new_another')],
  ]);
  // What was copied longest ago comes first.
  const oldest = valueIn(await copyPools(directory, { application, mostCalls: 1 }));
  expect(oldest.entries.map(({ applicationId }) => applicationId)).toEqual([other.id, one.id]);

  // What it grew by before its size could no longer be read stays spent.
  const sizes = [success(100), success(5_000)];
  const beside = copied.find(({ applicationId }) => applicationId === other.id);
  const unsized = await withWorkspace(join(root, beside?.id ?? ''), async (engine) =>
    success(
      await copyPool(engine, {
        meter: { calls: () => 0, spent: new AbortController().signal },
        size: async () => sizes.shift() ?? failure('disk-error', 'Not readable.', 'Look at the disk.'),
        budget: { calls: null, bytes: null },
        tell: () => undefined,
      }),
    ),
  );
  expect(valueIn(unsized)).toMatchObject({ bytes: 4_900, failure: { message: 'Not readable.' } });
});

it('a pool that shows its people to nobody is not called copied: nobody is counted in it, and nobody is said not to be there', async () => {
  const { proxy, directory, one, held, copies } = await openPlatform();
  const errors = [{ code: 'forbidden', message: 'no', long_message: 'Not with this key.' }];
  const refuse = (on: boolean) => {
    proxy.block = ({ method, path }) =>
      on && method === 'GET' && path === '/users' ? { status: 403, body: { errors } } : undefined;
  };
  const copy = async () => valueIn(await copyPools(directory, { application: [one.id] }));
  const find = async (text: string) =>
    valueIn(await findPerson(directory, text)).pools.find(({ applicationId }) => applicationId === one.id);
  const refused = { code: 'forbidden', message: expect.stringContaining('people were not copied') };
  const failed = { state: 'failed', asOf: 0, people: null, failure: refused };
  const notCounted = { people: 0, counted: [], notCounted: [{ applicationId: one.id, failure: refused }] };

  refuse(true);
  const first = await copy();
  expect(first).toMatchObject({ ended: 'done', entries: [failed] });
  expect(copyExitCode(first)).toBe(exitCodes.keyRefused);
  expect(await copies()).toMatchObject([{ asOf: 0 }]);
  expect(await find('a')).toMatchObject({ state: 'incomplete', failure: refused });
  expect(valueIn(await countPeople(directory, [one.id]))).toMatchObject(notCounted);

  refuse(false);
  expect(await copy()).toMatchObject({ entries: [{ state: 'copied', people: await held(one) }] });
  const [copied] = await copies();
  const before = await find('a');
  expect(before).toMatchObject({ state: 'asked', asOf: copied?.asOf });

  // Refused since, its people are as they were: found without saying as of when, and never counted as of now.
  refuse(true);
  expect(await copy()).toMatchObject({ entries: [failed] });
  expect(await copies()).toMatchObject([{ asOf: copied?.asOf }]);
  expect(await find('a')).toMatchObject({ state: 'asked', asOf: 0, total: before?.total });
  expect(await find('nobody at all')).toMatchObject({ state: 'incomplete', failure: refused });
  expect(valueIn(await countPeople(directory, [one.id]))).toMatchObject(notCounted);
});

it('a key that is rotated in the middle is renewed there; a pool gets the key of its own instance only, and a closed application is told as that', async () => {
  const { sandbox, proxy, directory, root, copies } = await openPlatform();
  const answers: number[] = [];
  proxy.alter = ({ path, status }) => void (path.startsWith('/platform') || answers.push(status));
  const platform = async (method: string, path: string, body: object | null = {}) => {
    const answer = await fetch(`${sandbox.url}/v1/platform/applications${path}`, {
      method,
      headers: { authorization: `Bearer ${sandbox.platformToken}`, 'content-type': 'application/json' },
      ...(body !== null && { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBeLessThan(300);
    return answer.json();
  };
  const keyIn = async (environment: string): Promise<string> =>
    (await platform('GET', `/${id}?include_secret_keys=true`, null)).instances.find(
      ({ environment_type: one }: { environment_type: string }) => one === environment,
    ).secret_key;
  const settle = async (key: string, address: string) => {
    const body = JSON.stringify({ email_address: [address], skip_password_requirement: true });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    expect((await fetch(`${sandbox.url}/v1/users`, { method: 'POST', headers, body })).status).toBe(200);
  };
  const rotate = () =>
    platform('POST', `/${id}/rotate_secret_keys`, { delay_old_secrets_expiration_hours: 0 });
  const copy = async () => valueIn(await copyPools(directory, { application: [id] })).entries[0];
  const vale = async () => {
    const all = valueIn(await listWorkspaces(root)).workspaces;
    return all.filter(({ info }) => info.platform?.applicationId === id);
  };
  const id: string = (await platform('POST', '', { name: 'Vale' })).application_id;
  valueIn(await withWorkspace(directory, pull));
  await settle(await keyIn('development'), 'dev@vale.example');

  // In the middle of its first copy: what was read counts, and the rest is read with the new key.
  let rotating: Promise<unknown> | undefined;
  proxy.block = ({ path }) => {
    if (path === '/users') rotating ??= rotate();
    return undefined;
  };
  expect(await copy()).toMatchObject({ state: 'copied', people: 1, failure: null });
  await rotating;
  expect(answers).toContain(401);
  expect(answers.indexOf(401)).toBeGreaterThan(answers.indexOf(200));

  // Production was made since: its people are those of the application, and no key of it goes into the pool of development.
  await platform('POST', `/${id}/instances`, { domain: 'vale.example' });
  await settle(await keyIn('production'), 'real@vale.example');
  await settle(await keyIn('production'), 'other@vale.example');
  await rotate();

  // A copy that was made before it was kept which instance it is of, while the platform does not say at once what it has now: it is
  // given the key of development, also where earlier versions gave it that of production.
  const [old] = await vale();
  if (old === undefined) throw new Error('it was copied');
  const file = join(old.directory, 'workspace.json');
  const { platform: of, ...rest } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...rest, platform: { ...of, instance: undefined } }));
  const held = () => withUnlocked(old.directory, async ({ secrets }) => success(secrets.apiKey));
  const copyOld = () => {
    let asked = 0;
    proxy.block = ({ path }) =>
      path === `/platform/applications/${id}` && ++asked === 1 ? { status: 503, body: {} } : undefined;
    return copy();
  };
  expect(await copyOld()).toMatchObject({ state: 'copied', people: 1, failure: null });
  expect(await held()).toEqual(success(await keyIn('development')));
  const [spoilt] = await vale();
  if (spoilt === undefined) throw new Error('it is there');
  valueIn(
    await replaceApiKey(spoilt, await keyIn('production'), { passphrase: process.env.TENANTRY_PASSPHRASE }),
  );
  expect(await copyOld()).toMatchObject({ state: 'copied', people: 1, failure: null });
  expect(await held()).toEqual(success(await keyIn('development')));
  proxy.block = () => undefined;

  expect(await copy()).toMatchObject({ state: 'copied', people: 2, failure: null });
  expect((await vale()).map(({ info }) => info.environment).sort()).toEqual(['development', 'production']);
  for (const { info, directory: pool } of await vale()) {
    const held = valueIn(await withUnlocked(pool, async ({ secrets }) => success(secrets.apiKey)));
    expect(held.startsWith(info.environment === 'production' ? 'sk_live_' : 'sk_test_')).toBe(true);
  }
  const found = valueIn(await findPerson(directory, 'vale.example')).pools.filter(
    ({ applicationId }) => applicationId === id,
  );
  expect(found.map(({ total }) => total).sort()).toEqual([1, 2]);

  // Closed: no key is wrong, there is no application any more.
  await platform('DELETE', `/${id}`, null);
  expect(await copy()).toMatchObject({
    state: 'failed',
    failure: { code: 'not-found', message: expect.stringContaining('no such application any more') },
  });
  expect((await copies()).filter(({ applicationId }) => applicationId === id)).toHaveLength(2);
  valueIn(await withWorkspace(directory, pull));
  const all = valueIn(await copyPools(directory, { application: [], mostCalls: 1 }));
  expect(all.entries.map(({ applicationId }) => applicationId)).not.toContain(id);
});

it.each(['disk-full', 'disk-read-only'] as const)(
  '%s ends the run: no further pool is begun',
  async (code) => {
    const begun: string[] = [];
    const run = await runCopies(newCopyRun(platformId, ['a', 'b', 'c'], [], { calls: null, bytes: null }), {
      copy: async (id) => {
        begun.push(id);
        const full = { code, message: 'The disk.', next: 'Free some.' };
        return { calls: 1, bytes: 0, asOf: 0, people: null, cut: null, failure: id === 'b' ? full : null };
      },
      tell: () => undefined,
      signal: new AbortController().signal,
    });
    expect(begun).toEqual(['a', 'b']);
    expect(run).toMatchObject({ ended: 'disk', spent: { calls: 2 } });
    expect(run.entries.map(({ state }) => state)).toEqual(['copied', 'begun', 'waiting']);
    expect(copyExitCode(run)).toBe(exitCodes.disk);
  },
);
