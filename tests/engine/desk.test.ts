import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viewsKey } from '@main/desk/desk';
import { createFeedSources } from '@main/engine/feed-sources';
import type { StoreChange } from '@main/store/store';
import { createDraftOutbox } from '@renderer/drafts/draft-outbox';
import { firstBase } from '@renderer/drafts/use-drafts';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { desk } from './desk-rig';

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

it('what is typed goes to the engine at once, also behind a write that has no answer', async () => {
  const asked: unknown[] = [];
  const outbox = createDraftOutbox({
    client: {
      call: (_operation, input) => {
        asked.push(
          ...(input as { drafts: { draft: { value: string } }[] }).drafts.map(({ draft }) => draft.value),
        );
        return new Promise(() => undefined);
      },
    },
    ready: async () => undefined,
    onFailure: () => undefined,
  });
  for (const value of ['A', 'An']) {
    outbox.keep('acme/user/user_1/name', { value });
    await Promise.resolve();
  }
  expect(asked).toEqual(['A', 'An']);
  outbox.keep('acme/user/user_1/name', { value: 'Ann' });
  outbox.leave();
  expect(asked).toEqual(['A', 'An', 'Ann']);
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
    windows: { onLeft: silent.subscribe },
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

it('a view that comes back beside a new one of its name takes a free name, and neither is lost', async () => {
  const { client, start } = await desk();
  const end = await start();
  const workspaceId = 'acme' as never;
  const forgotten = { id: 'a', screen: 'organizations', name: 'Full', params: { where: 'seats>10' } };
  const keep = async (...views: (typeof forgotten)[]) =>
    valueIn(await client.call('keepViews', { workspaceId, views })).names;
  expect(await keep(forgotten)).toEqual(['Full']);
  valueIn(await client.call('removeView', { workspaceId, id: 'a' }));
  expect(await keep({ ...forgotten, id: 'b' }, { ...forgotten, id: 'c', screen: 'people' })).toEqual([
    'Full',
    'Full',
  ]);
  // What is asked again, after its answer was lost, is the same again.
  for (let times = 0; times < 2; times += 1) expect(await keep(forgotten)).toEqual(['Full (2)']);
  expect(await keep({ ...forgotten, id: 'd' }, { ...forgotten, id: 'b' })).toEqual(['Full (3)', 'Full']);
  expect(valueIn(await client.call('views', {})).map(({ id, name }) => `${id} ${name}`)).toEqual([
    'b Full',
    'c Full',
    'a Full (2)',
    'd Full (3)',
  ]);
  const long = 'x'.repeat(200);
  const [, second = ''] = await keep(
    { ...forgotten, id: 'e', name: long },
    { ...forgotten, id: 'f', name: long },
  );
  expect(second).toBe(`${long.slice(4)} (2)`);
  await end();
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
