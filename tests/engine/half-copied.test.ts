import { readWalked } from '@main/store/kept-walk';
import { isCopiedWhole, seenAbsent } from '@main/store/seen-absent';
import { asMeta, metaKeys, newWalk, readWalk, type WalkState } from '@main/sync/walk-state';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { openWorld } from '../reconcile/open-world';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

it('what a list lacks that was not read to its end is told as not known, and as absent only where it was seen absent', async () => {
  const fleet = await openFleet();
  const write = () =>
    fleet.engine.call('writeBook', {
      book: 'applicationVariables',
      put: [{ id: 'app_late', value: { values: { motto: 'x' } } }],
      remove: [],
    });
  const stage = async () => {
    const { rejected } = await fleet.stage({
      entity: 'domain',
      action: { verb: 'create', values: { name: 'late.example', applicationId: 'app_late' } },
    });
    return rejected[0]?.failure;
  };
  const lines = async () =>
    valueIn(await fleet.engine.call('importSubscriptions', { text: 'application,plan\napp_late,pro' })).rows;
  expect(await write()).toMatchObject({
    error: { message: expect.stringMatching(/^There is no application app_late\./) },
  });
  expect(await stage()).toMatchObject({ message: 'There is no application app_late.' });
  expect(await lines()).toMatchObject([{ why: 'There is no application “app_late”' }]);

  const refused = { status: 403, body: { errors: [{ code: 'authorization_invalid', message: 'no' }] } };
  fleet.proxy.block = ({ path }) => (/^\/platform\/applications(\?|$)/.test(path) ? refused : undefined);
  await fleet.sync();
  expect((await fleet.rows('application')).length).toBeGreaterThan(1);
  const notAll = 'app_late is not known here: applications were not all copied.';
  expect(await write()).toMatchObject({ ok: false, error: { message: expect.stringContaining(notAll) } });
  expect(await stage()).toMatchObject({ message: notAll, next: expect.stringContaining('complete sync') });
  expect(await lines()).toMatchObject([{ why: expect.stringContaining('not all copied') }]);
});

it('a walk that an earlier version kept, of fewer words, is read in one way by all who ask', async () => {
  const { store } = await openWorld();
  const { ended: _, since: _since, unreadBefore: _before, ...older } = newWalk(1, 1);
  await store.write({
    meta: { [metaKeys.walk('user')]: asMeta({ ...older, phase: 'pulling' } as WalkState) },
  });
  expect(await readWalk(store, 'user')).toMatchObject({ ended: true, since: 0, unreadBefore: 0 });
  expect(await readWalked(store, 'user')).toMatchObject({ ended: true, unread: 0, failure: null });
  expect(await isCopiedWhole(store, 'user')).toBe(true);
  expect((await seenAbsent(store, 'user'))('user_none')).toBe(true);
});

it('of records that could not be read only the first are named: none is told as absent where others are among them', async () => {
  const { store } = await openWorld();
  const named = { id: RecordId.parse('odd_1'), path: '', why: 'x' };
  const isAbsent = async (entity: 'user' | 'role', unreadCount: number, id: string) => {
    const walk = { ...newWalk(1, 1), phase: 'done', completedAt: 2, unread: [named], unreadCount } as const;
    await store.write({ meta: { [metaKeys.walk(entity)]: asMeta(walk) } });
    return (await seenAbsent(store, entity))(id);
  };
  expect(await isAbsent('user', 1, 'odd_1')).toBe(false);
  expect(await isAbsent('user', 1, 'other')).toBe(true);
  expect(await isAbsent('user', 2, 'other')).toBe(false);
  // Drafts name roles by their key, of which an unread one says nothing.
  expect(await isAbsent('role', 1, 'org:other')).toBe(false);
});
