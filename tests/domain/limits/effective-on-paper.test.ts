import type { CustomerPlanValue } from '@shared/domain/books/customer-plan';
import { customerOf } from '@shared/domain/limits/customer';
import { type Agreed, customerLimit } from '@shared/domain/limits/effective';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from './facts-of';
import { onPaper } from './on-paper';

// Few values and moments, so that edges meet.
const limit = fc.constantFrom('domains', 'domains', 'domains', 'seats');
const value = fc.oneof(fc.constantFrom(0, 1, 'unlimited' as const), fc.integer({ min: 0, max: 9 }));
const moment = fc.integer({ min: 0, max: 12 });
const ids = ['a', 'b', 'c'] as const;

const promotion = fc
  .record({
    limit,
    value,
    from: moment,
    long: fc.integer({ min: 1, max: 9 }),
    note: fc.constantFrom('', 'Spring'),
  })
  .map(({ from, long, ...rest }) => ({ ...rest, from, until: from + long }));
/** Also one that inherits from itself over others, or from none there is: whoever reads such a book comes to an end all the same. */
const plan = fc.record({
  limits: fc.record({ seats: value, domains: value }, { requiredKeys: [] }),
  inherits: fc.constantFrom(...ids, 'gone', ''),
  promotions: fc.array(promotion, { maxLength: 2 }),
});
const override = fc.record({ limit, value, reason: fc.constantFrom('x', 'y'), until: fc.option(moment) });
const agreed = fc
  .record({
    plans: fc.record({ a: plan, b: plan, c: plan }, { requiredKeys: [] }),
    subscription: fc.option(
      fc.record({
        ...{ plan: fc.constantFrom(...ids, 'a', 'a', 'gone', ''), since: moment },
        overrides: fc.array(override, { maxLength: 3 }),
      }),
    ),
    defaults: fc.record({ seats: value, domains: value }, { requiredKeys: [] }),
  })
  .map(({ plans, subscription, defaults }) => ({
    plans: new Map(
      Object.entries(plans).map(([id, each]): [string, CustomerPlanValue] => [id, { ...each, name: id }]),
    ),
    subscription: subscription ?? undefined,
    defaults,
  })) as fc.Arbitrary<Agreed>;

test('what counts, where it comes from, what counts next and what has ended is as on paper, whatever was agreed', () => {
  fc.assert(
    fc.property(agreed, moment, (of, now) => {
      const name = 'domains';
      const { next, expired, ...counts } = customerLimit(of, name, now);
      expect(counts).toEqual(onPaper(of, name, now));
      const later = Array.from({ length: 24 }, (_, after) => now + after + 1);
      const at = later.find((then) => onPaper(of, name, then).value !== counts.value);
      expect(next).toEqual(at === undefined ? null : { ...onPaper(of, name, at), at });
      const ended = (of.subscription?.overrides ?? []).filter(
        (each) => each.limit === name && each.until !== null && each.until <= now,
      );
      expect(expired.filter(({ source }) => source === 'override').map(({ until }) => until)).toEqual(
        ended.map(({ until }) => until),
      );
    }),
    { numRuns: 1_500 },
  );
});

test('a limit is over where more is used than it gives, and nowhere else; what is not known is neither', () => {
  const used = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(agreed, moment, used, fc.boolean(), (of, now, held, isAll) => {
      const row = customerOf(of, facts('x', null, { domains: { held, isAll } }), now).limits.find(
        (each) => each.limit === 'domains',
      );
      const { value } = onPaper(of, 'domains', now);
      const isOver = typeof value === 'number' && held > value;
      expect(row?.level === 'over').toBe(isOver);
      expect((row?.beyond ?? 0) > 0).toBe(isOver);
      expect(row?.level === 'unlimited').toBe(value === 'unlimited');
      expect(row?.level === 'unknown').toBe(value !== 'unlimited' && !isOver && (value === null || !isAll));
      expect(row?.used).toBe(isAll ? held : null);
    }),
    { numRuns: 1_000 },
  );
});
