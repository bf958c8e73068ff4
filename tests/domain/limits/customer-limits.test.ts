import { books } from '@shared/domain/books/books';
import type { CustomerPlanValue, LimitValue } from '@shared/domain/books/customer-plan';
import { type CustomerFacts, customerOf } from '@shared/domain/limits/customer';
import { type Agreed, customerLimit, isMore } from '@shared/domain/limits/effective';
import { simulateLimits } from '@shared/domain/limits/simulate';
import { customerLevel } from '@shared/domain/limits/usage';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from './facts-of';

const plan = (name: string, seats: LimitValue | null, more: Partial<CustomerPlanValue> = {}) => ({
  name,
  inherits: '',
  limits: seats === null ? {} : { seats },
  promotions: [],
  ...more,
});

const agreed = (
  plans: Record<string, CustomerPlanValue>,
  subscription: Partial<NonNullable<Agreed['subscription']>> = {},
): Agreed => ({
  plans: new Map(Object.entries(plans)),
  subscription: { plan: 'pro', since: 0, overrides: [], ...subscription },
  defaults: { seats: 5, domains: 'unlimited' },
});

const seats = (of: Agreed, now = 100) => customerLimit(of, 'seats', now);
const promo = (value: LimitValue, from: number, until: number) =>
  ({ limit: 'seats', value, from, until, note: 'Spring' }) as const;

test('a limit comes from the service, the nearest plan, an override or a promotion, and says which', () => {
  expect(seats(agreed({}))).toMatchObject({ value: 5, source: 'default' });
  const chain = { pro: plan('Pro', null, { inherits: 'base' }), base: plan('Base', 10) };
  expect(seats(agreed(chain))).toMatchObject({ value: 10, source: 'plan', says: 'Base' });
  const nearer = { ...chain, pro: plan('Pro', 20, { inherits: 'base' }) };
  expect(seats(agreed(nearer))).toMatchObject({ value: 20, source: 'plan', says: 'Pro' });
  const overrides = [{ limit: 'seats', value: 12, reason: 'contract 7', until: null }] as const;
  expect(seats(agreed(nearer, { overrides: [...overrides] }))).toMatchObject({
    value: 12,
    source: 'override',
    says: 'contract 7',
  });
  const promoted = { ...nearer, base: plan('Base', 10, { promotions: [promo(30, 50, 200)] }) };
  expect(seats(agreed(promoted))).toEqual({
    value: 30,
    source: 'promotion',
    says: 'Spring',
    next: { value: 20, source: 'plan', says: 'Pro', at: 200 },
    expired: [],
  });
  // What is not known cannot be bettered, but by no limit at all.
  const open = { pro: plan('Pro', null, { promotions: [promo('unlimited', 50, 200)] }) };
  expect(seats({ ...agreed(open), defaults: {} })).toMatchObject({ value: 'unlimited', source: 'promotion' });
  expect(customerLimit({ ...agreed(promoted), defaults: {} }, 'people', 100).value).toBe(null);
});

const value = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant('unlimited' as const));
const span = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 100 }));

test('a promotion never takes anything away, and the better of it and the rest counts', () => {
  fc.assert(
    fc.property(value, value, span, fc.integer({ min: 0, max: 400 }), (own, better, [from, length], now) => {
      const of = agreed({ pro: plan('Pro', own, { promotions: [promo(better, from, from + length)] }) });
      const found = seats(of, now);
      const runs = from <= now && now < from + length;
      expect(found.value).toBe(runs && isMore(better, own) ? better : own);
      expect(found.source).toBe(runs && isMore(better, own) ? 'promotion' : 'plan');
      expect(found.expired).toHaveLength(now >= from + length ? 1 : 0);
      // What is foretold is what counts then, and nothing else counts before.
      if (found.next !== null) {
        expect(seats(of, found.next.at).value).toBe(found.next.value);
        expect(seats(of, found.next.at - 1).value).toBe(found.value);
      }
    }),
  );
});

test('an override counts until its moment and not at it, is told as expired, and the last one counts', () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 100 }), (own, until) => {
      const of = agreed(
        { pro: plan('Pro', 20) },
        {
          overrides: [
            { limit: 'seats', value: 7, reason: 'once', until: null },
            { limit: 'seats', value: own, reason: 'trial', until },
          ],
        },
      );
      expect(seats(of, until - 1)).toMatchObject({ value: own, says: 'trial', expired: [] });
      expect(seats(of, until)).toMatchObject({ value: 7, says: 'once', expired: [{ says: 'trial', until }] });
    }),
  );
});

test('plans inherit to any depth; one that comes back to itself is refused by its names', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), (depth, back) => {
      const ids = Array.from({ length: depth }, (_, index) => `p${index}`);
      const plans = Object.fromEntries(
        ids.map((id, index) => [
          id,
          plan(id.toUpperCase(), index === depth - 1 ? 9 : null, { inherits: ids[index + 1] ?? '' }),
        ]),
      );
      expect(seats(agreed(plans, { plan: 'p0' }))).toMatchObject({ value: 9, source: 'plan' });
      const faults = (of: Record<string, CustomerPlanValue>) =>
        books.customerPlan.together?.faults(new Map(Object.entries(of)) as never, () => new Map());
      expect(faults(plans)).toEqual([]);
      const last = ids.at(-1) ?? '';
      const round = { ...plans, [last]: plan('End', 9, { inherits: ids[back % depth] ?? '' }) };
      expect(faults(round)?.join()).toContain('would inherit from itself');
      // Whoever reads such a book all the same comes to an end.
      expect(seats(agreed(round, { plan: 'p0' }))).toMatchObject({ value: 9 });
    }),
  );
});

test('usage that nobody told is not known and never none; levels go by the share', () => {
  const row = customerOf(agreed({ pro: plan('Pro', 10) }), facts('a', null), 100);
  const of = (limit: string) => row.limits.find((each) => each.limit === limit);
  expect(of('seats')).toMatchObject({ used: null, level: 'unknown', beyond: null });
  expect(of('connections')).toMatchObject({ used: null });
  expect(of('domains')).toMatchObject({ used: 2, level: 'unlimited' });
  expect(row.level).toBe('unknown');
  const more = { domains: { held: 3, isAll: false } };
  const domains = (limit: number) =>
    customerOf(
      agreed({ pro: plan('Pro', 10, { limits: { domains: limit } }) }),
      facts('a', null, more),
      100,
    ).limits.find((each) => each.limit === 'domains');
  expect(domains(3)).toMatchObject({ used: null, atLeast: 3, level: 'unknown', beyond: null });
  expect(domains(2)).toMatchObject({ used: null, atLeast: 3, level: 'over', beyond: 1 });
  const levels = [0, 7, 8, 9, 10, 11].map((used) => customerLevel(used, 10));
  expect(levels).toEqual(['free', 'free', 'near', 'near', 'full', 'over']);
  expect(customerLevel(0, 0)).toBe('free');
});

test('a push is what was agreed and the service has otherwise; by hand is what was ours once', () => {
  const field = 'config.organization_settings.max_allowed_memberships';
  const of = (held: number, more: Partial<CustomerFacts> = {}) =>
    customerOf(
      agreed({ pro: plan('Pro', 'unlimited') }),
      facts('a', null, { config: { organization_settings: { max_allowed_memberships: held } }, ...more }),
      100,
    ).pushes[0];
  expect(of(5)).toEqual({ limit: 'seats', field, wanted: 0, held: 5, state: 'other' });
  expect(of(0)).toMatchObject({ state: 'same' });
  expect(of(0, { server: { [field]: 5 } })).toMatchObject({ state: 'staged', held: 5 });
  expect(of(5, { sent: { [field]: 0 } })).toMatchObject({ state: 'by-hand' });
  expect(of(5, { config: {} })).toMatchObject({ state: 'unknown' });
  expect(customerOf(agreed({}), facts('a', null), 100).pushes).toEqual([]);
  // To the service 0 is no limit, and not none.
  expect(customerOf(agreed({ pro: plan('Pro', 0) }), facts('a', null), 100).pushes).toEqual([]);
});

test('the service’s own limit is what this customer’s application has; what was pushed and is agreed no more is told', () => {
  const field = 'config.organization_settings.max_allowed_memberships';
  const of = (held: number, more: Partial<CustomerFacts> = {}) =>
    customerOf(
      agreed({}, { plan: '' }),
      facts('a', [26], { config: { organization_settings: { max_allowed_memberships: held } }, ...more }),
      100,
    );
  const own = (row: ReturnType<typeof of>) => row.limits.find(({ limit }) => limit === 'seats');
  expect(own(of(500))).toMatchObject({ value: 500, source: 'default', used: 26, level: 'free' });
  expect(own(of(0))).toMatchObject({ value: 'unlimited' });
  expect(own(of(20))).toMatchObject({ level: 'over', beyond: 6 });
  expect(own(of(20, { server: { [field]: 500 } }))).toMatchObject({ value: 500 });
  expect(of(35).pushes).toEqual([]);
  expect(of(35, { sent: { [field]: 35 } }).pushes).toMatchObject([{ state: 'was-agreed', held: 35 }]);
  // Nothing was sent where the service says nothing and the number is only staged.
  const staged = {
    server: { [field]: null },
    config: { organization_settings: { max_allowed_memberships: 20 } },
  };
  const unknown = customerOf(agreed({ pro: plan('Pro', 20) }), facts('a', null, staged), 100);
  expect(unknown.pushes).toMatchObject([{ state: 'unknown', held: null }]);
});

test('a change that a promotion hides for a time is told with the day on which it counts', () => {
  const until = Date.parse('2027-01-01');
  const fleet = {
    plans: new Map([['pro', plan('Pro', 20, { promotions: [promo('unlimited', 0, until)] })]]),
    subscriptions: new Map([['a', { plan: 'pro', since: 0, overrides: [] }]]),
    defaults: {},
    customers: [facts('a', [14])],
  };
  const change = { kind: 'limit', plan: 'pro', limit: 'seats', value: 1 } as const;
  const [found] = simulateLimits(fleet, change, 1);
  expect(found).toMatchObject({ concerned: 1, over: [{ id: 'a', from: 20, to: 1, beyond: 13 }] });
  expect(found?.sentence).toMatch(/^From 2027-01-01, Pro: 20 → 1 seats: 1 customer over/);
});

test('the simulator names who is over and by how much, and those who were not counted apart', () => {
  const fleet = {
    plans: new Map(
      Object.entries({
        pro: plan('Pro', 20),
        big: plan('Big', null, { inherits: 'pro' }),
        low: plan('Low', 3),
      }),
    ),
    subscriptions: new Map(
      ['a', 'b', 'c', 'd', 'e'].map((id) => [
        id,
        {
          plan: id === 'b' ? 'big' : 'pro',
          since: 0,
          overrides: id === 'd' ? [{ limit: 'seats' as const, value: 50, reason: 'x', until: null }] : [],
        },
      ]),
    ),
    defaults: {},
    customers: [
      facts('a', [14, 12, 3]),
      facts('b', [18]),
      facts('c', [2]),
      facts('d', [40]),
      facts('e', null),
    ],
  };
  const [found, ...others] = simulateLimits(
    fleet,
    { kind: 'limit', plan: 'pro', limit: 'seats', value: 10 },
    1,
  );
  expect(others).toEqual([]);
  expect(found?.sentence).toBe(
    'Pro: 20 → 10 seats: 2 customers over, 14 people without a seat; 1 customer not counted',
  );
  expect(found?.over.map(({ id, beyond }) => [id, beyond])).toEqual([
    ['b', 8],
    ['a', 6],
  ]);
  expect(found?.unknown.map(({ id }) => id)).toEqual(['e']);
  expect(found?.concerned).toBe(4);
  const [moved] = simulateLimits(fleet, { kind: 'move', customers: ['c', 'a'], plan: 'low' }, 1);
  expect(moved?.sentence).toBe('To Low: 20 → 3 seats: 1 customer over, 20 people without a seat');
  expect(simulateLimits(fleet, { kind: 'move', customers: ['c'], plan: 'pro' }, 1)).toEqual([]);
});
