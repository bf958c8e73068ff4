import { isCopiedWhole, isHeldWhole, seenAbsent } from '@main/store/seen-absent';
import { asMeta, metaKeys, mostNamed, newWalk, type WalkState } from '@main/sync/walk-state';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { applicationRow } from '../domain/application-row';
import { openWorld } from './open-world';

const odd = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: RecordId.parse(`app_odd${at}`),
    path: 'name',
    why: 'it has none',
  }));

it('of a list with more unreadable records than are named, and while it is walked again, nobody claims an absence', async () => {
  const { store } = await openWorld();
  const isAbsent = async (walk: WalkState, id: string) => {
    await store.write({ meta: { [metaKeys.walk('application')]: asMeta(walk) } });
    expect(await isCopiedWhole(store, 'application')).toBe(true);
    return (await seenAbsent(store, 'application'))(id);
  };
  const whole = { ...newWalk(1, 5), phase: 'done', completedAt: 9 } as const;
  const one = { ...whole, unread: odd(1), unreadCount: 1 };
  const many = { ...whole, unread: odd(mostNamed), unreadCount: mostNamed + 1 };
  expect(await isAbsent(whole, 'app_gone')).toBe(true);
  expect(await isAbsent(one, 'app_gone')).toBe(true);
  expect(await isAbsent(one, 'app_odd0')).toBe(false);
  expect(await isAbsent(many, `app_odd${mostNamed}`)).toBe(false);
  // Of the walk before only their number is kept.
  expect(await isAbsent(newWalk(2, 12, whole), 'app_gone')).toBe(true);
  expect(await isAbsent(newWalk(2, 12, one), 'app_odd0')).toBe(false);
});

it('a copy holds a whole list where all that could not be read is held from before, by name or, of many, by number', async () => {
  const { store } = await openWorld();
  const rows = ['app_odd0', 'app_1'].map((id) => ({
    ...applicationRow({ config: {}, domain: '' }),
    id: RecordId.parse(id),
  }));
  await store.write({ put: rows.map((record) => ({ entity: 'application', record })) });
  const whole = { ...newWalk(1, 5), phase: 'done', completedAt: 9, total: 2 } as const;
  const isHeld = async (walk: WalkState) => {
    await store.write({ meta: { [metaKeys.walk('application')]: asMeta(walk) } });
    return isHeldWhole(store, 'application');
  };
  expect(await isHeld(whole)).toBe(true);
  expect(await isHeld({ ...whole, unread: odd(1), unreadCount: 1 })).toBe(true);
  expect(await isHeld({ ...whole, unread: odd(2), unreadCount: 2 })).toBe(false);
  expect(await isHeld({ ...whole, unread: odd(1), unreadCount: 2 })).toBe(true);
  expect(await isHeld({ ...whole, unread: odd(1), unreadCount: 2, total: 3 })).toBe(false);
  expect(await isHeld(newWalk(1, 5))).toBe(false);
  // A row that is kept of a record which was lost holds none.
  const [lost] = rows.map((record) => ({ ...record, state: 'gone' as const }));
  if (lost !== undefined) await store.write({ put: [{ entity: 'application', record: lost }] });
  expect(await isHeld({ ...whole, unread: odd(1), unreadCount: 1 })).toBe(false);
  expect(await isHeld({ ...whole, unread: odd(1), unreadCount: 2 })).toBe(false);
});
