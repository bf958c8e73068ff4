import { z } from 'zod';
import { chainOf, customerPlan, type LimitName, limitNames } from '../books/customer-plan';
import { customerSubscription } from '../books/customer-subscription';
import { type Agreed, type CustomerLimit, customerLimit } from './effective';

/** What a platform hands to the pool of a customer, whose workspace knows no plan book: its plan with those that it inherits from, and what was agreed with it alone. */
export const HandedLimits = z.object({
  plans: z.record(z.string(), customerPlan.value),
  subscription: customerSubscription.value,
});
export type HandedLimits = z.infer<typeof HandedLimits>;

/** Null where nothing was agreed. Pure. */
export function handedOver({ plans, subscription }: Agreed): HandedLimits | null {
  if (subscription === undefined) return null;
  const chain = chainOf(plans, subscription.plan).flatMap((id) => {
    const plan = plans.get(id);
    return plan === undefined ? [] : [[id, plan] as const];
  });
  return { plans: Object.fromEntries(chain), subscription };
}

/** A limit in numbers that somebody agreed on. */
export type HandedLimit = CustomerLimit & { readonly value: number };

/** The limits that a pool is kept to at a moment. Pure. */
export function limitsOfPool(
  { plans, subscription }: HandedLimits,
  now: number,
): ReadonlyMap<LimitName, HandedLimit> {
  const agreed = { plans: new Map(Object.entries(plans)), subscription, defaults: {} };
  return new Map(
    limitNames.flatMap((name) => {
      const limit = customerLimit(agreed, name, now);
      return typeof limit.value === 'number' ? [[name, { ...limit, value: limit.value }] as const] : [];
    }),
  );
}

/** What a pool may have by the plan of its customer, and how much of it there is: as rows show it, without what is staged to go. */
export interface PoolFacts {
  readonly limits: ReadonlyMap<LimitName, HandedLimit>;
  readonly people: number;
  readonly organizations: number;
}
