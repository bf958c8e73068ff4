import { z } from 'zod';
import { t } from '../../language/t';
import { BookId, book, Moment } from './book';
import { LimitName, LimitValue, plansOf } from './customer-plan';

const Override = z.strictObject({
  limit: LimitName,
  value: LimitValue,
  reason: z.string().trim().min(1, t('it needs a reason')).max(500),
  /** Null for good; the moment itself does not count any more. */
  until: Moment.nullable().default(null),
});
export type Override = z.infer<typeof Override>;

const Subscription = z.strictObject({
  /** Id of a plan; '' for none. */
  plan: z.union([BookId, z.literal('')]).default(''),
  since: Moment,
  /** The last one of a limit that has not expired counts. */
  overrides: z.array(Override).max(50).default([]),
});
export type CustomerSubscriptionValue = z.infer<typeof Subscription>;

/** Which plan a customer has, and what was agreed with it alone. Its id is that of the application. */
export const customerSubscription = book(t('subscription'), t('subscriptions'), Subscription, {
  beside: ['customerPlan'],
  about: (id) => [id],
  faults: (own, other) => {
    const plans = plansOf(other('customerPlan'));
    const missing = [...own].filter(([, value]) => {
      const { plan } = value as { readonly plan: string };
      return plan !== '' && !plans.has(plan);
    });
    return missing.map(([id, value]) =>
      t('{id} has the plan {plan}, which there is not', { id, plan: Object(value).plan }),
    );
  },
});
