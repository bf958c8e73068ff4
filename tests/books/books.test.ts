import { createBooks } from '@main/books/books';
import { openStore } from '@main/store/open-store';
import { asMeta, metaKeys, newWalk } from '@main/sync/walk-state';
import { BookId } from '@shared/domain/books/book';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';

const key = 'a1'.repeat(32);

async function openBooks(directory: string, now: () => number) {
  const store = await openStore({ directory, key, now });
  onTestFinished(() => store.close());
  return { store, books: createBooks(store, now) };
}

const pilot = { name: 'Pilot', members: ['app_1'], where: [] };
const asked = (values: Record<string, unknown>, remove: readonly string[] = []) => ({
  book: 'applicationGroup' as const,
  put: Object.entries(values).map(([id, value]) => ({ id, value: value as never })),
  remove: [...remove],
  by: 'Ada',
  why: 'the pilot',
});

test('a book keeps its entries and what became of them over a restart; the same again is no change', async () => {
  const directory = await temporaryFolder();
  let time = 1_000;
  const { store, books } = await openBooks(directory, () => time);
  const told: string[] = [];
  store.subscribe(({ meta }) => told.push(...meta));
  expect((await books.write(asked({ pilot, all: { name: ' All ' } }))).ok).toBe(true);
  time = 2_000;
  await books.write(asked({ pilot }));
  await books.write(asked({ pilot: { ...pilot, members: [] } }, ['all']));
  expect(told.filter((name) => name === 'book/applicationGroup')).toHaveLength(2);
  await store.close();

  const again = await openBooks(directory, () => time);
  expect(await again.books.read('applicationGroup')).toEqual([
    { id: 'pilot', at: 2_000, by: 'Ada', why: 'the pilot', value: { name: 'Pilot', members: [], where: [] } },
  ]);
  const past = await again.books.past('applicationGroup');
  expect(past.map(({ id, at, before, after }) => [id, at, before !== null, after !== null])).toEqual([
    ['pilot', 2_000, true, true],
    ['all', 2_000, true, false],
    ['pilot', 1_000, false, true],
    ['all', 1_000, false, true],
  ]);
});

test('an entry that does not fit is named with its key, and nothing of the call is kept', async () => {
  const { books } = await openBooks(await temporaryFolder(), () => 1);
  const refused = await books.write(asked({ pilot, odd: { name: 'x', membres: [] }, empty: { name: ' ' } }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const message = refused.ok ? '' : refused.error.message;
  expect(message).toContain('odd: ');
  expect(message).toContain('membres');
  expect(message).toContain('empty.name');
  expect(await books.read('applicationGroup')).toEqual([]);
  expect(BookId.safeParse('../x').success).toBe(false);
});

test('what somebody else wrote since is not written over, and asking twice is no fault', async () => {
  let time = 1_000;
  const { books } = await openBooks(await temporaryFolder(), () => time);
  const put = (name: string, base?: number | null) =>
    books.write({ ...asked({}), put: [{ id: 'pilot', value: { ...pilot, name }, base }] });
  expect((await put('One', null)).ok).toBe(true);
  time = 2_000;
  expect(await put('Two', null)).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('pilot (by Ada) meanwhile') },
  });
  expect((await put('One', null)).ok).toBe(true);
  expect((await put('Two', 1_000)).ok).toBe(true);
  expect((await put('Three', 1_000)).ok).toBe(false);
  expect((await books.read('applicationGroup')).map(({ value }) => value.name)).toEqual(['Two']);
});

test('one great write does not cut off its own past, nor that before it', async () => {
  const { books } = await openBooks(await temporaryFolder(), () => 1);
  await books.write(asked({ pilot }));
  const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`g${index}`, pilot]));
  expect((await books.write(asked(many))).ok).toBe(true);
  const past = await books.past('applicationGroup');
  expect([past.length, past.at(-1)?.id]).toEqual([2_501, 'pilot']);
});

test('several books are written together or not at all, and what names another is looked at after all of it', async () => {
  const { books } = await openBooks(await temporaryFolder(), () => 1);
  const none = { remove: [], by: '', why: '' };
  const plans = { book: 'customerPlan' as const, put: [{ id: 'pro', value: { name: 'Pro' } }], ...none };
  const subscribed = (plan: string) => ({
    book: 'customerSubscription' as const,
    put: [{ id: 'app_1', value: { plan, since: '2026-01-01' } }],
    ...none,
  });
  expect(await books.writeAll([plans, subscribed('gold')])).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('app_1 has the plan gold, which there is not. ') },
  });
  expect(await books.read('customerPlan')).toEqual([]);
  expect((await books.writeAll([subscribed('pro'), plans])).ok).toBe(true);
  expect((await books.read('customerSubscription')).map(({ value }) => value)).toEqual([
    { plan: 'pro', since: Date.parse('2026-01-01'), overrides: [] },
  ]);
});

test('with a plan goes the subscription of the last customer there was, and of none while nobody has seen that it is gone', async () => {
  const { store, books } = await openBooks(await temporaryFolder(), () => 1);
  const none = { put: [], remove: [], by: 'Ada', why: '' };
  const put = [{ id: 'app_1', value: { plan: 'pro', since: 0 } }];
  const plan = { ...none, book: 'customerPlan' as const };
  const plans = { ...plan, put: [{ id: 'pro', value: { name: 'Pro' } }] };
  expect((await books.writeAll([plans, { ...none, book: 'customerSubscription', put }])).ok).toBe(true);
  const removing = { ...plan, remove: ['pro'] };
  expect(await books.write(removing)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const walk = { ...newWalk(1, 1), phase: 'done', completedAt: 2 } as const;
  await store.write({ meta: { [metaKeys.walk('application')]: asMeta(walk) } });
  expect(await books.tryWrite(removing)).toEqual({
    ok: true,
    value: [{ book: 'customerSubscription', id: 'app_1', name: 'app_1' }],
  });
  // One that is given to it by hand in the same write is looked at as any other.
  const byHand = [removing, { ...none, book: 'customerSubscription' as const, put }];
  expect(await books.writeAll(byHand)).toMatchObject({ ok: false });
  expect((await books.write(removing)).ok).toBe(true);
  expect(await books.read('customerSubscription')).toEqual([]);
});

test('an entry that is there twice is named, and nothing is kept: which of them counts nobody could tell', async () => {
  const { books } = await openBooks(await temporaryFolder(), () => 1);
  const { put } = asked({ pilot });
  for (const one of [
    { ...asked({}), put: [...put, ...put] },
    { ...asked({}, ['pilot']), put },
  ]) {
    const refused = await books.write(one);
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    if (!refused.ok) expect(refused.error.message).toContain('pilot');
  }
  expect(await books.read('applicationGroup')).toEqual([]);
});

test('a baseline is for a group that is there, and the group stays for as long as it is', async () => {
  const { books } = await openBooks(await temporaryFolder(), () => 1);
  const value = { name: 'Strict', level: 'group', of: 'pilot', settings: [] };
  const strict = { ...asked({ strict: value }), book: 'baseline' as const };
  expect(await books.write(strict)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect((await books.writeAll([strict, asked({ pilot })])).ok).toBe(true);
  const refused = await books.write(asked({}, ['pilot']));
  expect(refused.ok ? '' : refused.error.message).toContain('The baseline Strict is for the group pilot');
  expect((await books.writeAll([{ ...strict, put: [], remove: ['strict'] }, asked({}, ['pilot'])])).ok).toBe(
    true,
  );
});
