import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineStart } from '@main/shell/engine/engine-messages';
import { createCurrentWorkspace } from '@main/shell/workspaces/current-workspace';
import type { Elsewhere } from '@main/shell/workspaces/elsewhere';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { failure, success } from '@shared/contract/failure';
import type { EngineState } from '@shared/contract/workspace-info';
import { WorkspaceId } from '@shared/domain/ids';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { aWorkspace } from '../workspace/support/a-workspace';
import { aSession } from './support/a-session';
import { quietProcess } from './support/quiet-process';

const [acme, birch, pool] = ['acme', 'birch', 'pool'].map((id) => WorkspaceId.parse(`${id}-0a1b2c`)) as [
  WorkspaceId,
  WorkspaceId,
  WorkspaceId,
];
const passphrase = 'correct horse';

const aCurrent = (root: string, onState: (state: EngineState) => unknown = () => undefined) =>
  createCurrentWorkspace({
    forkEngine: () => quietProcess(),
    startSandbox: async () => failure('internal', 'None is wanted.', 'Go on.'),
    onState,
    onActivity: () => undefined,
    folder: (id) => join(root, id),
    unlocking: (given) => ({ passphrase: given }),
    leave: async () => undefined,
  });

async function twoIn(root: string): Promise<void> {
  await aWorkspace(join(root, acme), { id: acme, name: 'Acme' });
  await aWorkspace(join(root, birch), { id: birch, name: 'Birch' });
}

// `none`: the one before could not be closed; `starting`: its engine could not be started.
it.each(['none', 'starting'])(
  'a workspace whose opening broke off (%s) is not locked, and opens the next time',
  async (kind) => {
    const root = await temporaryFolder();
    await twoIn(root);
    let breaks = false;
    const session = aSession(root, (state) => {
      if (breaks && state.kind === kind) throw new Error('the window is gone');
    });
    valueIn(await session.open({ id: acme, passphrase }));
    breaks = true;
    await expect(session.open({ id: birch, passphrase })).rejects.toThrow('the window is gone');
    breaks = false;
    for (const id of [acme, birch]) await valueIn(await lockWorkspace(join(root, id))).release();
    expect(valueIn(await session.open({ id: birch, passphrase })).name).toBe('Birch');
    await session.close();
  },
);

it('a connection that breaks off leaves neither a lock nor half a workspace', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  let breaks = false;
  const session = aSession(root, () => {
    if (breaks) throw new Error('the window is gone');
  });
  valueIn(await session.open({ id: acme, passphrase }));
  breaks = true;
  const connected = session.connect({
    ...{ name: 'Cobalt', scenario: 'b2b', environment: 'development', passphrase },
    ...{ url: 'https://identity.test/v1', apiKey: 'sk_test_cobalt' },
  });
  await expect(connected).rejects.toThrow('the window is gone');
  expect(valueIn(await session.list()).map(({ name }) => name)).toEqual(['Acme', 'Birch']);
});

it('a workspace that is locked waits here, until it is opened, left or forgotten', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  const waits: (WorkspaceId | null)[] = [];
  const session = aSession(root, ({ kind }) => kind === 'none' && waits.push(session.locked()));
  const lockAgain = async (): Promise<void> => {
    valueIn(await session.open({ id: acme, passphrase }));
    expect(session.locked()).toBeNull();
    expect(await session.lock(acme)).toBe(true);
    expect(session.locked()).toBe(acme);
  };
  await lockAgain();
  expect(await session.open({ id: acme, passphrase: 'wrong' })).toMatchObject({ ok: false });
  expect(session.locked()).toBe(acme);
  await session.close();
  await lockAgain();
  valueIn(await session.forget(acme));
  expect(session.locked()).toBeNull();
  expect(waits).toEqual([acme, null, acme, null]);
  valueIn(await session.open({ id: birch, passphrase }));
  await session.close();
  expect(waits.at(-1)).toBeNull();
});

it('what was closed for something that fails opens again as it was, and stays closed for what does not', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  const states: string[] = [];
  const current = aCurrent(root, ({ kind }) => states.push(kind));
  valueIn(await current.open({ id: acme, passphrase }));
  const refused = await current.closedFor(async () => {
    await valueIn(await lockWorkspace(join(root, acme))).release();
    return failure('disk-full', 'The disk is full.', 'Make room.');
  });
  expect(refused).toMatchObject({ error: { code: 'disk-full' } });
  expect(current.opened()?.info.id).toBe(acme);
  expect(await lockWorkspace(join(root, acme))).toMatchObject({ ok: false });
  expect(states).toEqual(['starting', 'none', 'starting']);
  // Whoever took it meanwhile has it: that it is closed now is told with why the work failed.
  const taken = await current.closedFor(async () => {
    const other = valueIn(await lockWorkspace(join(root, acme)));
    onTestFinished(other.release);
    return failure('disk-full', 'The disk is full.', 'Make room.');
  });
  expect(taken).toMatchObject({
    error: {
      code: 'disk-full',
      message: expect.stringMatching(/^The disk is full\. .*did not open again: /),
    },
  });
  expect(current.opened()).toBeNull();
});

it('what was closed for something that is done stays closed', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  const current = aCurrent(root);
  valueIn(await current.open({ id: acme, passphrase }));
  valueIn(await current.closedFor(async () => success(null)));
  expect(current.opened()).toBeNull();
});

it('the copying of a platform goes on until another workspace surely opens', async () => {
  const root = await temporaryFolder();
  await aWorkspace(join(root, acme), { id: acme, name: 'Campus', scenario: 'platforms' });
  const session = aSession(root);
  valueIn(await session.open({ id: acme, passphrase }));
  const { copier } = session.pools;
  const budget = { calls: null, bytes: null };
  valueIn(await copier.start({ applicationIds: ['app_2'], budget, passphrase }));
  const isCopying = async () => valueIn(await copier.look()).run?.ended === null;
  const wanted = { name: 'Cobalt', scenario: 'b2b', environment: 'development', passphrase } as const;
  const at = { ...wanted, apiKey: 'sk_test_cobalt', url: 'https://identity.test/v1' };
  expect(await session.connect({ ...at, url: 'nowhere' })).toMatchObject({ ok: false });
  expect(await session.createSandbox({ scenario: 'b2c', passphrase })).toMatchObject({ ok: false });
  expect(await session.restoreBackup(passphrase)).toMatchObject({ ok: false });
  expect(await isCopying()).toBe(true);
  valueIn(await session.connect(at));
  await session.close();
  valueIn(await session.open({ id: acme, passphrase }));
  expect(await isCopying()).toBe(false);
  await session.close();
});

it('the key of a workspace that other windows wait to unlock can be changed, of one that they have open it cannot', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  const other = aSession(root);
  const elsewhere: Elsewhere = { has: () => true, show: async () => false, keysOf: () => other.keys };
  const session = aSession(root, undefined, elsewhere);
  const change = () => session.changePassphrase({ id: acme, passphrase, next: passphrase });
  const replace = () => session.keys.replaceApiKey({ id: acme, apiKey: 'sk_test_other', passphrase });
  valueIn(await other.open({ id: acme, passphrase }));
  for (const refused of [await change(), await replace()])
    expect(refused).toMatchObject({ error: { code: 'workspace-open-elsewhere' } });
  expect(await other.lock(acme)).toBe(true);
  for (const done of [await change(), await replace()]) expect(done).toMatchObject({ ok: true });
});

it('the vault of a workspace that others unlock is not changed under them, and the key given afterwards stands', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  const held = join(root, acme);
  const other = aSession(root);
  // These windows have it open once it is unlocked: until then its lock alone tells.
  const keysOf: Elsewhere['keysOf'] = (id) => (other.keys.apiKeyOf(id) === null ? null : other.keys);
  const session = aSession(root, undefined, { has: () => false, show: async () => false, keysOf });
  const change = () => session.changePassphrase({ id: acme, passphrase, next: 'another horse' });
  const replace = () => session.keys.replaceApiKey({ id: acme, apiKey: 'sk_test_new', passphrase });
  const areRefused = async (): Promise<void> => {
    for (const refused of [await change(), await replace()])
      expect(refused).toMatchObject({ error: { code: 'workspace-open-elsewhere' } });
  };
  // The command line, and other windows of this app.
  const lock = valueIn(await lockWorkspace(held));
  await areRefused();
  await lock.release();
  const opening = other.open({ id: acme, passphrase });
  await vi.waitFor(() => readFile(workspacePaths(held).lock), { timeout: 60_000, interval: 1 });
  await areRefused();
  valueIn(await opening);
  await other.close();
  for (const done of [await replace(), await change()]) expect(done).toEqual({ ok: true, value: null });
  const now = valueIn(await readWorkspace(held));
  const kept = valueIn(await unlockWorkspace(now, { passphrase: 'another horse' }));
  expect(kept.apiKey).toBe('sk_test_new');
});

it('what windows were made for waits in them until it is opened or left', async () => {
  const root = await temporaryFolder();
  await twoIn(root);
  const waits: (WorkspaceId | null)[] = [];
  const session = aSession(root, ({ kind }) => kind === 'none' && waits.push(session.locked()));
  session.waitFor(acme);
  expect(await session.open({ id: acme, passphrase: 'wrong' })).toMatchObject({ ok: false });
  expect(session.locked()).toBe(acme);
  await session.close();
  expect(waits).toEqual([null]);
  session.waitFor(acme);
  valueIn(await session.forget(acme));
  expect(waits).toEqual([null, null]);
});

it('the passphrase of a copy protects no other one: a pool that is copied anew gets one of its own', async () => {
  const root = await temporaryFolder();
  const instance = { id: 'ins_dev', environment: 'development' } as const;
  const platform = { workspaceId: acme, applicationId: 'app_1', instance };
  await aWorkspace(join(root, acme), { id: acme, name: 'Campus', scenario: 'platforms' });
  await aWorkspace(join(root, pool), { id: pool, name: 'Biology', platform });
  const starts: EngineStart[] = [];
  const session = aSession(root, undefined, undefined, starts);
  const open = async (given: object) => {
    valueIn(await session.open({ id: acme, passphrase }));
    return session.openApplication({ applicationId: 'app_1', ...given });
  };
  const all = async () => valueIn(await session.list()).map(({ id }) => id);
  // Its production instance was made since.
  expect(await open({ passphrase })).toMatchObject({ error: { code: 'new-passphrase' } });
  expect(await all()).toEqual([acme, pool]);
  // What was agreed with its customer goes to the pool, and no further.
  const limits = { plans: {}, subscription: { plan: '', since: 0, overrides: [] } };
  const made = valueIn(await open({ passphrase, limits, newPassphrase: 'battery staple' }));
  const handed = () => starts.map(({ workspace: { id }, limits: given }) => [id, given]);
  expect(handed().at(-1)).toEqual([made.id, limits]);
  expect(made.platform?.instance).toMatchObject({ environment: 'production' });
  const unlocked = async (of: WorkspaceId, given: string) =>
    (await unlockWorkspace(valueIn(await readWorkspace(join(root, of))), { passphrase: given })).ok;
  expect([await unlocked(made.id, passphrase), await unlocked(made.id, 'battery staple')]).toEqual([
    false,
    true,
  ]);
  // The copy of development is opened by what it has had.
  expect(valueIn(await open({ passphrase, limits: null, copy: pool })).id).toBe(pool);
  expect(handed().slice(-2)).toEqual([
    [acme, undefined],
    [pool, null],
  ]);
  expect(valueIn(await open({ passphrase: 'battery staple' })).id).toBe(made.id);
  await session.close();
});

it('a pool that other windows show comes forward with the key of now, and the copying of others goes on', async () => {
  const root = await temporaryFolder();
  const instance = { id: 'ins_app_1', environment: 'production' } as const;
  const platform = { workspaceId: acme, applicationId: 'app_1', instance };
  await aWorkspace(join(root, acme), { id: acme, name: 'Campus', scenario: 'platforms' });
  await aWorkspace(join(root, pool), { id: pool, name: 'Biology', platform });
  const other = aSession(root);
  valueIn(await other.open({ id: pool, passphrase }));
  const shown: string[] = [];
  const first = aSession(root, undefined, {
    has: (id) => other.keys.apiKeyOf(id) !== null,
    keysOf: (id) => (other.keys.apiKeyOf(id) === null ? null : other.keys),
    async show(id) {
      if (other.keys.apiKeyOf(id) === null) return false;
      shown.push(id);
      return true;
    },
  });
  valueIn(await first.open({ id: acme, passphrase }));
  const { copier } = first.pools;
  valueIn(
    await copier.start({ applicationIds: ['app_2'], budget: { calls: null, bytes: null }, passphrase }),
  );

  const opened = await first.openApplication({ applicationId: 'app_1', passphrase });
  expect(opened).toMatchObject({ value: { id: pool, elsewhere: true } });
  expect(shown).toEqual([pool]);
  expect(valueIn(await copier.look()).run?.ended).toBeNull();
  await vi.waitFor(() => expect(other.keys.apiKeyOf(pool)).toBe('sk_live_app_1'), 60_000);
  const kept = valueIn(await unlockWorkspace(valueIn(await readWorkspace(join(root, pool))), { passphrase }));
  expect(kept.apiKey).toBe('sk_live_app_1');
  await first.close();
  await other.close();
});
