import { readBooksFile } from '@main/engine/signed-books';
import type { JsonValue } from '@shared/domain/json';
import { expect, it, vi } from 'vitest';
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
  // What was written here since the file was signed would go by an older one: that is told.
  expect(preview.rows.map(({ laterHere }) => laterHere > preview.madeAt)).toEqual([true, false, false]);
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
}, 120_000);

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
