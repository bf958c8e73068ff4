import 'fake-indexeddb/auto';
import { moveOldDrafts, oldWindowDb } from '@renderer/drafts/old-window-db';
import { windowDrafts } from '@renderer/drafts/window-drafts';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { desk } from './desk-rig';

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
