import { z } from 'zod';
import { gather } from '../../gather';
import { t } from '../../language/t';
import { BookId, type BookValues, book, Moment } from './book';

/** What a platform limits of its customers, each of which is an application, in the order in which screens show it. */
export const limitNames = [
  'people',
  'organizations',
  'seats',
  'invitations',
  'connections',
  'domains',
  'templates',
] as const;
export const LimitName = z.enum(limitNames);
export type LimitName = z.infer<typeof LimitName>;

export const LimitValue = z.union([z.number().int().min(0).max(1_000_000_000), z.literal('unlimited')]);
export type LimitValue = z.infer<typeof LimitValue>;

/** More than the plan gives, for a time: `from` counts, `until` does not any more. */
const Promotion = z.strictObject({
  limit: LimitName,
  value: LimitValue,
  from: Moment,
  until: Moment,
  note: z.string().trim().max(200).default(''),
});

const Plan = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Id of the plan that says what this one does not; '' for none. */
  inherits: z.union([BookId, z.literal('')]).default(''),
  /** What it does not name it inherits, or does not limit. */
  limits: z.partialRecord(LimitName, LimitValue).default({}),
  promotions: z.array(Promotion).max(50).default([]),
});
export type CustomerPlanValue = z.infer<typeof Plan>;

/** A plan of the platform's own over its customers; the service knows nothing of it. */
export const customerPlan = book(t('plan'), t('plans'), Plan, {
  beside: ['customerSubscription'],
  faults: (own, other) => {
    const plans = plansOf(own);
    return [
      ...[...plans].flatMap(([id, plan]) => planFaults(plans, id, plan)),
      ...uses(other('customerSubscription')).flatMap(([plan, ids]) =>
        plans.has(plan)
          ? []
          : [
              t(
                'The plan {plan} is that of {count, plural, one {one customer} other {# customers}} ({customers})',
                { plan, count: ids.length, customers: listed(ids) },
              ),
            ],
      ),
    ];
  },
});

/** Plans as they were written. */
export const plansOf = (own: BookValues): ReadonlyMap<string, CustomerPlanValue> =>
  new Map([...own].map(([id, value]) => [id, value as unknown as CustomerPlanValue]));

/** The plan and those that it inherits from, the nearest first. It ends where it would come back to one of them. Pure. */
export function chainOf(plans: ReadonlyMap<string, CustomerPlanValue>, id: string): readonly string[] {
  const chain: string[] = [];
  for (let next = id; plans.has(next) && !chain.includes(next); next = plans.get(next)?.inherits ?? '')
    chain.push(next);
  return chain;
}

function planFaults(
  plans: ReadonlyMap<string, CustomerPlanValue>,
  id: string,
  { name, inherits, promotions }: CustomerPlanValue,
): readonly string[] {
  const faults: string[] = [];
  if (inherits !== '' && !plans.has(inherits))
    faults.push(t('{name} inherits from {inherits}, which is no plan', { name, inherits }));
  const last = plans.get(chainOf(plans, id).at(-1) ?? '');
  if (last?.inherits === id) {
    const names = [...chainOf(plans, id), id].map((each) => plans.get(each)?.name ?? each);
    faults.push(t('{name} would inherit from itself: {names}', { name, names: names.join(' → ') }));
  }
  for (const { limit, from, until } of promotions)
    if (from >= until)
      faults.push(t('A promotion of {name} ({limit}) ends before it begins', { name, limit }));
  return faults;
}

/** Applications by the plan that they have, whether there still are such applications or not. */
function uses(subscriptions: BookValues): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const [id, value] of subscriptions) {
    const { plan } = value as { readonly plan: string };
    if (plan !== '') gather(found, plan, id);
  }
  return [...found];
}

/** So many ids are told one by one. */
const idsTold = 5;

function listed(ids: readonly string[]): string {
  const told = ids.slice(0, idsTold).join(', ');
  return ids.length > idsTold
    ? t('{told}, and {count, number} more', { told, count: ids.length - idsTold })
    : told;
}
