import { openStore } from '@main/store/open-store';
import { PageQuery } from '@shared/contract/page';
import { matchesAll } from '@shared/domain/filter/matches';
import { atMoment, spanOf } from '@shared/domain/filter/span';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { conditions, now, people } from '../domain/filter/random-conditions';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleRecord } from './sample-records';

it('the store finds what the matcher finds, whatever is asked of whatever rows', async () => {
  const store = await openStore({ directory: await temporaryFolder(), key: 'f1'.repeat(32), now: Date.now });
  onTestFinished(() => store.close());
  const rows = fc
    .sample(people, { numRuns: 400, seed: 11 })
    .map((values, index) => sampleRecord('user', `user_${index}`, values as object));
  await store.write({ put: rows.map((record) => ({ entity: 'user', record })) });
  let some = 0;
  await fc.assert(
    fc.asyncProperty(conditions, async (asked) => {
      const where = atMoment('user', asked, now);
      const expected = rows.filter((row) => matchesAll(where, row)).map(({ id }) => id);
      const found = await store.list('user', where);
      expect(found.map(({ id }) => id)).toEqual([...expected].sort());
      const page = await store.page(PageQuery.parse({ entity: 'user', where, limit: 1 }));
      expect(page.total).toBe(expected.length);
      if (expected.length > 0 && expected.length < rows.length) some += 1;
    }),
    { numRuns: 1_500 },
  );
  // A matcher that takes all or none would agree with itself.
  expect(some).toBeGreaterThan(500);
});

it('a span is told by the moment of asking, to the minute', () => {
  const day = spanOf('1d') ?? 0;
  const at = (lastSignInAt: number) => sampleRecord('user', 'user_1', { lastSignInAt });
  const holds = (op: 'last' | 'notLast' | 'next', row: object, when: number): boolean =>
    matchesAll(atMoment('user', [{ field: 'lastSignInAt', op, value: '90d' }], when), row);
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 0, max: 400 }), (days, later) => {
      const row = at(now + days * day);
      const when = now + later * day;
      expect(holds('last', row, when)).toBe(days <= later && days >= later - 90);
      expect(holds('notLast', row, when)).toBe(!(days <= later && days >= later - 90));
      expect(holds('next', row, when)).toBe(days >= later && days <= later + 90);
    }),
  );
  expect(holds('notLast', at(0), now)).toBe(true);
  expect(holds('last', at(now + 30_000), now + 20_000)).toBe(true);
  expect(holds('last', at(now + 120_000), now + 20_000)).toBe(false);
});
