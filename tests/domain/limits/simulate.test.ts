import type { CustomerPlanValue, LimitValue } from '@shared/domain/books/customer-plan';
import { agreedIn, simulateLimits } from '@shared/domain/limits/simulate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts } from './facts-of';
import { onPaper } from './on-paper';

const plan = (name: string, seats: LimitValue | null, more: Partial<CustomerPlanValue> = {}) => ({
  ...{ name, inherits: '', promotions: [], ...more },
  limits: seats === null ? {} : { seats },
});
const promo = (value: LimitValue, from: number, until: number) =>
  ({ limit: 'seats', value, from, until, note: '' }) as const;
const value = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant('unlimited' as const));

test('the simulator tells of every customer whom a change concerns, once, when it does and how much too many it has, as on paper', () => {
  const moment = fc.integer({ min: 0, max: 60 });
  const promotions = fc.array(
    fc
      .tuple(value, moment, fc.integer({ min: 1, max: 40 }))
      .map(([to, from, long]) => promo(to, from, from + long)),
    { maxLength: 2 },
  );
  const override = fc.record({ value, until: fc.oneof(moment, fc.constant(null)) });
  const limits = fc.option(value);
  const customer = fc.record({
    plan: fc.constantFrom('pro', 'base', 'low', ''),
    overrides: fc.array(override, { maxLength: 2 }),
    members: fc.option(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 })),
  });
  const made = fc.record({
    plans: fc.tuple(limits, promotions, limits, promotions, limits),
    customers: fc.array(customer, { minLength: 1, maxLength: 5 }),
    to: fc.option(value),
    moves: fc.boolean(),
    known: fc.boolean(),
  });
  fc.assert(
    fc.property(made, ({ plans: [pro, proTime, base, baseTime, low], customers, to, moves, known }) => {
      const fleet = {
        plans: new Map(
          Object.entries({
            pro: plan('Pro', pro, { inherits: 'base', promotions: proTime }),
            base: plan('Base', base, { promotions: baseTime }),
            low: plan('Low', low),
          }),
        ),
        subscriptions: new Map(
          customers.map(({ plan: of, overrides }, at) => [
            `c${at}`,
            {
              ...{ plan: of, since: 0 },
              overrides: overrides.map((one) => ({ ...one, limit: 'seats' as const, reason: 'x' })),
            },
          ]),
        ),
        defaults: known ? { seats: 5 } : {},
        customers: customers.map(({ members }, at) => facts(`c${at}`, members)),
      };
      const moved = fleet.customers.filter((_, at) => at % 2 === 0).map(({ id }) => id);
      const change = moves
        ? ({ kind: 'move', customers: moved, plan: 'low' } as const)
        : ({ kind: 'limit', plan: 'base', limit: 'seats', value: to } as const);
      const subscriptions = new Map(fleet.subscriptions);
      if (moves)
        for (const id of moved)
          subscriptions.set(id, { since: 0, overrides: [], ...subscriptions.get(id), plan: 'low' });
      const changedPlans = moves
        ? fleet.plans
        : new Map(fleet.plans).set('base', plan('Base', to, { promotions: baseTime }));
      const after = { ...fleet, plans: changedPlans, subscriptions };
      const wanted = fleet.customers.flatMap(({ id }, place) => {
        for (let now = 20; now <= 110; now += 1) {
          const seats = (of: typeof fleet) => onPaper(agreedIn(of, id), 'seats', now).value;
          const [was, is] = [seats(fleet), seats(after)];
          if (was === is) continue;
          const members = customers[place]?.members ?? null;
          const over =
            is === 'unlimited'
              ? 0
              : is === null || members === null
                ? null
                : members.reduce((sum, each) => sum + Math.max(0, each - is), 0);
          return [{ id, at: now === 20 ? null : now, over }];
        }
        return [];
      });
      const told = simulateLimits(fleet, change, 20).filter(({ limit }) => limit === 'seats');
      expect(told.reduce((sum, { concerned }) => sum + concerned, 0)).toBe(wanted.length);
      const order = (rows: readonly { readonly id: string }[]) =>
        rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(
        order(told.flatMap(({ at, over }) => over.map(({ id, beyond }) => ({ id, at, over: beyond })))),
      ).toEqual(order(wanted.filter(({ over }) => over !== null && over > 0)));
      expect(order(told.flatMap(({ at, unknown }) => unknown.map(({ id }) => ({ id, at }))))).toEqual(
        order(wanted.filter(({ over }) => over === null).map(({ id, at }) => ({ id, at }))),
      );
    }),
  );
});
