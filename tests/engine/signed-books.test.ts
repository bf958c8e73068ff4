import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepInBook } from '@main/cli/book-commands';
import { readBooksFile } from '@main/engine/signed-books';
import type { JsonValue } from '@shared/domain/json';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { passing } from '../support/tampered';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;

const keep = async ({ engine }: Fleet, plans: Readonly<Record<string, JsonValue>>, remove: string[] = []) =>
  valueIn(
    await engine.call('writeBook', {
      book: 'customerPlan',
      remove,
      put: Object.entries(plans).map(([id, value]) => ({ id, value })),
    }),
  );

it('books go to a colleague as one signed file: looked at first, then kept; a file that was changed says where', async () => {
  const fleet = await openFleet();
  await keep(fleet, { base: { name: 'Base', limits: { seats: 5 } }, pro: { name: 'Pro', inherits: 'base' } });
  const books = ['customerPlan', 'customerSubscription'] as const;
  const { text } = valueIn(await fleet.engine.call('exportBooks', { books: [...books], signer: 'Ada' }));
  // Goes on by itself, as the colleague's did, once a moment has passed.
  const signed = Date.now();
  await vi.waitUntil(() => Date.now() > signed, { interval: 1 });
  await keep(fleet, { base: { name: 'Base', limits: { seats: 9 } }, own: { name: 'Own' } }, ['pro']);

  const preview = valueIn(await fleet.engine.call('importBooks', { text }));
  expect(preview).toMatchObject({ kept: false, author: { name: 'Ada', self: true } });
  expect(preview.author.fingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
  const outcomes = (rows: typeof preview.rows) => rows.map(({ id, outcome }) => `${id} ${outcome}`);
  expect(outcomes(preview.rows)).toEqual(['base changed', 'pro added', 'own only-here']);
  // What was written, or taken out, here since the file was signed would go by an older one: that is told.
  expect(preview.rows.map(({ laterHere }) => laterHere > preview.madeAt)).toEqual([true, true, false]);
  const held = async () =>
    valueIn(await fleet.engine.call('book', { book: 'customerPlan' })).map(({ id }) => id);
  expect(await held()).toEqual(['base', 'own']);

  const wrong = text.replace('"seats": 5', '"seats": 500');
  expect(await fleet.engine.call('importBooks', { text: wrong, keep: true })).toMatchObject({
    ok: false,
    error: { message: 'The plan Base (base) was changed after it was signed. Nothing was taken over.' },
  });
  expect(passing(text, (changed) => readBooksFile(changed).ok)).toEqual(['lines as Windows ends them']);
  const signedBy = await fleet.engine.call('importBooks', { text: text.replace('"Ada"', '"Eve"') });
  expect(signedBy).toMatchObject({ ok: false, error: { message: expect.stringContaining('Eve') } });

  valueIn(await fleet.engine.call('importBooks', { text, keep: true }));
  expect(await held()).toEqual(['base', 'own', 'pro']);
  const again = valueIn(await fleet.engine.call('importBooks', { text, keep: true, replace: true }));
  expect(outcomes(again.rows)).toEqual(['base same', 'pro same', 'own removed']);
  expect(await held()).toEqual(['base', 'pro']);

  // The same once more changes nothing.
  const past = async () => valueIn(await fleet.engine.call('bookPast', { book: 'customerPlan' }));
  const before = await past();
  valueIn(await fleet.engine.call('importBooks', { text, keep: true }));
  expect(await past()).toEqual(before);
}, 120_000);

it('with a plan that is removed, by hand or by a file, go the subscriptions of closed customers, named before; those of others keep it', async () => {
  const fleet = await openFleet();
  const [application] = await fleet.rows('application');
  if (application === undefined) throw new Error('campus has many');
  const { id, name } = application;
  await keep(fleet, { base: { name: 'Base' } });
  const books = ['customerPlan'] as const;
  const { text } = valueIn(await fleet.engine.call('exportBooks', { books: [...books], signer: 'Ada' }));
  await keep(fleet, { pro: { name: 'Pro' } });
  const put = [{ id, value: { plan: 'pro', since: 0 } }];
  valueIn(await fleet.engine.call('writeBook', { book: 'customerSubscription', put }));
  const take = (more: object = {}) =>
    fleet.engine.call('importBooks', { text, replace: true, by: 'Eve', ...more });
  const held = async (book: 'customerPlan' | 'customerSubscription') =>
    valueIn(await fleet.engine.call('book', { book })).map((entry) => entry.id);
  const removing = { book: 'customerPlan' as const, remove: ['pro'] };
  const refused = await take();
  expect(await fleet.engine.call('tryWriteBook', removing)).toEqual(refused);
  expect(refused).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('The plan pro is that of one customer') },
  });
  await fleet.stage({ entity: 'application', recordId: id, action: { verb: 'delete' } });
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  await fleet.sync();

  // No screen shows it any more, so that nobody could give it another plan.
  const along = [{ book: 'customerSubscription', id, name: `${name} (${id})` }];
  expect(valueIn(await fleet.engine.call('tryWriteBook', removing))).toEqual(along);
  const path = join(await temporaryFolder(), 'plans.json');
  await writeFile(path, JSON.stringify([{ id: 'pro', value: null }]));
  const dryRun = { by: 'Ada', why: '', dryRun: true };
  expect(valueIn(await keepInBook(fleet.engine, 'customerPlan', path, dryRun))).toEqual({
    kept: false,
    along,
  });
  const going = { ...along[0], outcome: 'removed', notHere: [id] };
  const rows = [{ id: 'base', outcome: 'same' }, { id: 'pro', outcome: 'removed' }, going];
  expect(valueIn(await take()).rows).toMatchObject(rows);
  expect([await held('customerPlan'), await held('customerSubscription')]).toEqual([['base', 'pro'], [id]]);
  expect(valueIn(await take({ keep: true })).rows).toMatchObject(rows);
  expect([await held('customerPlan'), await held('customerSubscription')]).toEqual([['base'], []]);
  const [past] = valueIn(await fleet.engine.call('bookPast', { book: 'customerSubscription' }));
  expect(past).toMatchObject({ id, by: 'Eve', before: { plan: 'pro' }, after: null });
  expect(past).toMatchObject({ why: expect.stringContaining('closed') });
});

it('a file of another platform says which applications there are none of here', async () => {
  const theirs = await openFleet();
  const [application] = await theirs.rows('application');
  await keep(theirs, { pro: { name: 'Pro' } });
  const subscribe = (id: string) =>
    theirs.engine.call('writeBook', {
      book: 'customerSubscription',
      put: [{ id, value: { plan: 'pro', since: 0 } }],
    });
  valueIn(await subscribe(application?.id ?? ''));
  expect(await subscribe('app_nobody')).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('There is no application app_nobody') },
  });
  const books = ['customerPlan', 'customerSubscription'] as const;
  const { text } = valueIn(await theirs.engine.call('exportBooks', { books: [...books], signer: 'Ada' }));
  await theirs.engine.close();

  const ours = await openFleet({ seed: 2 });
  expect(valueIn(await ours.engine.call('importBooks', { text })).rows).toMatchObject([
    { id: 'pro', outcome: 'added', notHere: [] },
    { id: application?.id, outcome: 'added', notHere: [application?.id] },
  ]);
});
