import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { viewsKey } from '@main/desk/desk';
import { createFeedSources } from '@main/engine/feed-sources';
import { serveEngine } from '@main/engine/serve-engine';
import type { StoreChange } from '@main/store/store';
import { createEngineClient } from '@renderer/bridge/engine-client';
import { createDraftOutbox } from '@renderer/drafts/draft-outbox';
import { moveOldDrafts, oldWindowDb } from '@renderer/drafts/old-window-db';
import { firstBase } from '@renderer/drafts/use-drafts';
import { windowDrafts } from '@renderer/drafts/window-drafts';
import type { Failure } from '@shared/contract/failure';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';

/** A workspace whose engine can be started and ended, and the window's side of its port. */
async function desk(id = 'acme') {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-desk-'));
  const databaseKey = randomBytes(32).toString('hex');
  const client = createEngineClient();
  const failures: Failure[] = [];
  const outbox = createDraftOutbox({
    client,
    ready: async () => undefined,
    onFailure: (failure) => failures.push(failure),
  });
  const start = async (as = id) => {
    const host = valueIn(
      await serveEngine({
        directory,
        databaseKey,
        apiKey: 'sk_test_none',
        url: 'http://127.0.0.1:9/v1',
        workspace: { id: as, name: 'Acme', scenario: 'b2b' },
        fetch: () => Promise.reject(new Error('no network')),
      }),
    );
    const { port1, port2 } = new MessageChannel();
    host.attach({
      postMessage: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      close: () => port1.close(),
    });
    client.attach({
      postMessage: (message) => port2.postMessage(message),
      onMessage: (listener) => void port2.on('message', listener),
      close: () => port2.close(),
    });
    return async () => {
      client.detach();
      await host.close();
    };
  };
  return { directory, client, outbox, failures, start };
}

it('what is typed survives the engine, and waits for the next one where there is none', async () => {
  const { directory, outbox, client, start } = await desk();
  outbox.keep('acme/organization/org_1/name', { value: 'Typed before any engine', base: 'Old' });
  const end = await start();
  await outbox.flush('acme');
  await end();
  outbox.keep('acme/organization/org_2/name', { value: 'Typed while it was away' });
  outbox.keep('acme/organization/org_3/name', { value: 'Discarded' });
  outbox.keep('acme/organization/org_3/name', null);
  const endSecond = await start();
  await outbox.flush('acme');

  // Another window knows nothing but what is on disk.
  const other = createDraftOutbox({ client, ready: async () => undefined, onFailure: () => undefined });
  const keys = [1, 2, 3].map((n) => `acme/organization/org_${n}/name`);
  expect(Object.fromEntries(await other.read(keys))).toEqual({
    'acme/organization/org_1/name': { value: 'Typed before any engine', base: 'Old' },
    'acme/organization/org_2/name': { value: 'Typed while it was away' },
  });
  await endSecond();
  for (const name of await readdir(directory))
    expect((await readFile(join(directory, name))).includes('Typed')).toBe(false);
});

it('what is typed for one workspace never comes to lie in another', async () => {
  const { outbox, client, failures, start } = await desk();
  const endOther = await start('other');
  outbox.keep('acme/user/user_1/email', { value: 'ann@acme.io' });
  await outbox.flush('acme');
  expect(failures.map(({ code }) => code)).toEqual(['invalid-input']);
  const asked = { workspaceId: 'other' as never, keys: ['user/user_1/email'] };
  expect(valueIn(await client.call('drafts', asked))).toEqual([]);
  await endOther();
  const end = await start('acme');
  await outbox.flush('acme');
  const own = { workspaceId: 'acme' as never, keys: ['user/user_1/email'] };
  expect(valueIn(await client.call('drafts', own))).toEqual([
    { key: 'user/user_1/email', value: 'ann@acme.io' },
  ]);
  await end();
});

it('what is typed behind a write under way goes to the engine before the page does', async () => {
  const asked: unknown[] = [];
  const outbox = createDraftOutbox({
    client: {
      call: (_operation, input) => {
        asked.push((input as { drafts: unknown }).drafts);
        return new Promise(() => undefined);
      },
    },
    ready: async () => undefined,
    onFailure: () => undefined,
  });
  outbox.keep('acme/user/user_1/name', { value: 'A' });
  outbox.keep('acme/user/user_1/name', { value: 'An' });
  outbox.keep('acme/user/user_1/name', { value: 'Ann' });
  expect(asked).toEqual([[{ key: 'user/user_1/name', draft: { value: 'A' } }]]);
  outbox.leave();
  expect(asked.slice(1)).toEqual([[{ key: 'user/user_1/name', draft: { value: 'Ann' } }]]);
});

it('that nothing typed can be written is told once, not at every key, and again after it could', async () => {
  const { outbox, failures, start } = await desk();
  const type = async (text: string): Promise<void> => {
    for (const end of text.split('').keys())
      outbox.keep('acme/user/user_1/name', { value: text.slice(0, end + 1) });
    await outbox.flush('acme');
  };
  let end = await start('other');
  await type('A');
  await type('An');
  await type('Ann');
  expect(failures).toHaveLength(1);
  await end();
  end = await start('acme');
  await type('Anna');
  await end();
  end = await start('other');
  await type('Anna B');
  expect(failures).toHaveLength(2);
  await end();
});

it('a draft that cannot be kept holds up no other: it is told once, waits, and is kept when it is made shorter', async () => {
  const { outbox, client, failures, start } = await desk();
  const key = (place: string) => `acme/organization/org_1/${place}`;
  const long = key('x'.repeat(2_000));
  const end = await start();
  for (const text of ['A', 'Ab']) {
    outbox.keep(key('name'), { value: text });
    outbox.keep(key('limit'), { value: '1', base: Number.NaN });
    outbox.keep(long, { value: text });
    outbox.keep(key('slug'), { value: text });
    await outbox.flush('acme');
  }
  expect(failures.map(({ message }) => message)).toEqual([
    'What is typed at organization/org_1/limit cannot be kept: must be JSON. All else is kept.',
    expect.stringContaining('kept: its place has a name of more than 2,000 characters.'),
  ]);
  const other = createDraftOutbox({ client, ready: async () => undefined, onFailure: () => undefined });
  const keys = [key('name'), key('limit'), long, key('slug')];
  const kept = [key('name'), key('slug')].map((place) => [place, { value: 'Ab' }]);
  expect([...(await other.read(keys))]).toEqual(kept);
  expect((await outbox.read(keys)).get(key('limit'))).toMatchObject({ value: '1' });
  outbox.keep(key('limit'), { value: '1', base: 0 });
  await outbox.flush('acme');
  expect((await other.read(keys)).get(key('limit'))).toEqual({ value: '1', base: 0 });
  expect(failures).toHaveLength(2);
  await end();
});

it('all that waits goes to the engine before the page does, however much', async () => {
  const { outbox, client, start } = await desk();
  const keys = Array.from({ length: 450 }, (_, n) => `acme/user/user_${n}/name`);
  const end = await start();
  for (const key of keys) outbox.keep(key, { value: 'Typed' });
  outbox.leave();
  const other = createDraftOutbox({ client, ready: async () => undefined, onFailure: () => undefined });
  expect((await other.read(keys)).size).toBe(450);
  await end();
});

it('what is typed changes no figure of the frame', async () => {
  const watched: ((change: StoreChange) => void)[] = [];
  const silent = { subscribe: () => () => undefined };
  const sources = createFeedSources({
    store: { subscribe: (listener: (change: StoreChange) => void) => watched.push(listener) },
    ...{ sync: silent, reconciler: silent, identity: { onThrottled: silent.subscribe } },
  } as never);
  let changes = 0;
  sources.status({}).watch(() => {
    changes += 1;
  });
  const nothing = { entities: new Set(), intents: false, changeSets: false, history: false } as const;
  const told = (change: Partial<StoreChange>) =>
    watched[0]?.({ ...nothing, meta: [], ...change } as StoreChange);
  told({ meta: ['desk/draft/1', viewsKey] });
  expect(changes).toBe(0);
  told({ meta: ['desk/draft/1', 'sync.sweep'] });
  told({ meta: ['desk/draft/1'], intents: true });
  told({ entities: new Set(['user']) });
  expect(changes).toBe(3);
});

it('an edit is made against the value that stood there first, also where that was none', () => {
  expect(firstBase(undefined, undefined, 'as it stands')).toBe('as it stands');
  expect(firstBase('x', 'Old', 'brought by a sync')).toBe('Old');
  expect(firstBase('x', null, 'brought by a sync')).toBe(null);
  expect(firstBase('x', undefined, 'as it stands')).toBe('as it stands');
});

it('views and records opened lately are told as they are kept; of the latter the last twenty', async () => {
  const { client, start } = await desk();
  const end = await start();
  const workspaceId = 'acme' as never;
  const view = { screen: 'organizations', name: 'Full', params: { where: 'seats>10' } };
  const seen: unknown[] = [];
  const stop = client.subscribe('views', {}, (views) => seen.push(valueIn(views).map(({ id }) => id)));
  valueIn(await client.call('keepViews', { workspaceId, views: [{ id: 'a', ...view }] }));
  valueIn(await client.call('keepViews', { workspaceId, views: [{ id: 'b', ...view, name: 'Other' }] }));
  valueIn(await client.call('keepViews', { workspaceId, views: [{ id: 'a', ...view, name: 'Fuller' }] }));
  expect(valueIn(await client.call('views', {})).map(({ name }) => name)).toEqual(['Fuller', 'Other']);
  valueIn(await client.call('removeView', { workspaceId, id: 'a' }));
  await expect.poll(() => seen.at(-1)).toEqual(['b']);
  stop();

  for (let n = 0; n < 25; n += 1) {
    const recent = { screen: 'people', recordId: `user_${n % 22}`, label: `Person ${n}`, at: n } as const;
    valueIn(await client.call('keepRecents', { workspaceId, recents: [recent] }));
  }
  const recents = valueIn(await client.call('recents', {}));
  expect(recents.map(({ label }) => label).slice(0, 4)).toEqual([24, 23, 22, 21].map((n) => `Person ${n}`));
  expect(recents).toHaveLength(20);
  expect(new Set(recents.map(({ recordId }) => recordId)).size).toBe(20);
  await end();
});

it('what was moved and let go of does not come back where the views could not be moved', async () => {
  const { client, outbox, start } = await desk();
  await Dexie.delete('tenantry-window');
  const old = oldWindowDb();
  await old.formDrafts.bulkAdd([
    { key: 'acme/organization/org_1/name', value: 'Old text' },
    { key: `acme/organization/org_1/${'x'.repeat(2_000)}`, value: 'That no engine takes' },
  ]);
  const view = { workspaceId: 'acme', screen: 'people', name: 'Mine', params: {} };
  await old.table('savedViews').bulkAdd(Array.from({ length: 1_200 }, () => view));
  old.close();
  let refusing = true;
  const failing: typeof client.call = (operation, input) =>
    operation === 'keepViews' && refusing
      ? client.call(operation, {} as never)
      : client.call(operation, input);
  const wipe = () => Dexie.delete('tenantry-window');
  const parts = { client: { call: failing }, exists: () => true, forms: windowDrafts, wipe };
  const end = await start();
  await moveOldDrafts('acme', parts);
  outbox.keep('acme/organization/org_1/name', null);
  await outbox.flush('acme');
  refusing = false;
  await moveOldDrafts('acme', parts);
  expect([...(await outbox.read(['acme/organization/org_1/name']))]).toEqual([]);
  expect(valueIn(await client.call('views', {}))).toHaveLength(1_200);
  const left = oldWindowDb();
  expect((await left.formDrafts.toArray()).map(({ value }) => value)).toEqual(['That no engine takes']);
  expect(await left.savedViews.count()).toBe(0);
  left.close();
  await wipe();
  await end();
});

it('what an earlier version wrote in the clear is moved into its workspace, and no letter is lost on the way', async () => {
  const { client, outbox, start } = await desk();
  const old = oldWindowDb();
  await old.formDrafts.bulkAdd([
    { key: 'acme/organization/org_1/name', value: 'Old text', base: 'Acme' },
    { key: 'acme/organization/org_2/name', value: 'Older than what is typed by now' },
    { key: 'other/user/user_1/email', value: 'bob@other.io' },
    { key: 'forgotten/user/user_1/email', value: 'eve@gone.io' },
    { key: 'connect/name', value: 'Acme production' },
  ]);
  await old
    .table('savedViews')
    .add({ workspaceId: 'acme', screen: 'people', name: 'Mine', params: { text: 'ann' } });
  await old
    .table('recents')
    .add({ key: 'k', workspaceId: 'acme', screen: 'people', recordId: 'user_1', label: 'Ann', at: 1 });
  old.close();
  const exists = (id: string): boolean => id === 'acme' || id === 'other';
  const wipe = () => Dexie.delete('tenantry-window');
  const move = (workspaceId: string) =>
    moveOldDrafts(workspaceId, { client, exists, forms: windowDrafts, wipe });
  const left = async () => {
    const db = oldWindowDb();
    const keys = (await db.formDrafts.toArray()).map(({ key }) => key.split('/')[0]);
    db.close();
    return keys;
  };

  // The engine that answers is another workspace's: nothing leaves.
  const endOther = await start('other');
  await move('acme');
  expect(await left()).toHaveLength(5);
  await endOther();

  const end = await start('acme');
  outbox.keep('acme/organization/org_2/name', { value: 'Typed by now' });
  await outbox.flush('acme');
  await move('acme');
  // As if it had been killed before it could delete them: once more changes nothing.
  await move('acme');
  expect(await left()).toEqual(['connect', 'forgotten', 'other']);
  const keys = ['acme/organization/org_1/name', 'acme/organization/org_2/name'];
  expect([...(await outbox.read(keys)).values()]).toEqual([
    { value: 'Old text', base: 'Acme' },
    { value: 'Typed by now' },
  ]);
  expect(valueIn(await client.call('views', {}))).toMatchObject([{ name: 'Mine', params: { text: 'ann' } }]);
  expect(valueIn(await client.call('recents', {}))).toMatchObject([{ label: 'Ann' }]);
  await end();

  const endLast = await start('other');
  await move('other');
  expect(await Dexie.exists('tenantry-window')).toBe(false);
  expect([...(await outbox.read(['other/user/user_1/email'])).values()]).toEqual([{ value: 'bob@other.io' }]);
  expect((await windowDrafts.read(['connect/name'])).get('connect/name')).toMatchObject({
    value: 'Acme production',
  });
  await endLast();
});
