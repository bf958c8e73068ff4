import { choice, count, flag, limit, link, list, name, prose, text, time, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** What people or organizations can subscribe to. The service sells it; here it is read. It says not when it was made. */
export const plan = model({
  ...catalogued,
  name: 'plan',
  withScope: true,
  words: { one: 'plan', many: 'plans' },
  home: { screen: 'plans' },
  spec: backend('CommercePlan'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: name({ column: 'wide', label: 'Name', wire: 'name', search: 1 }),
    slug: text({ column: 'middle', label: 'Slug', wire: 'slug', search: 2 }),
    payer: text({
      plain: true,
      column: 'middle',
      label: 'Bought by',
      wire: 'for_payer_type',
      facet: true,
      says: { org: 'organizations', user: 'people' },
    }),
    /** As the service writes it, with its currency; '' for none. */
    fee: text({ plain: true, column: 'middle', label: 'A month', from: ['fee'] }),
    annualFee: text({ plain: true, label: 'A year', from: ['annual_fee'] }),
    /** What the price of its seats goes up to: no other number of seats is in the spec. Null where it counts none, 0 for any number. */
    seats: limit({ column: 'narrow', label: 'Seats', from: ['unit_prices'] }),
    features: list({ label: 'Features', from: ['features'] }),
    description: prose({ label: 'Description', wire: 'description' }),
    isDefault: flag({ label: 'Default plan', wire: 'is_default', facet: true }),
    publiclyVisible: flag({ label: 'On offer', wire: 'publicly_visible', facet: true }),
    freeTrialDays: count({ label: 'Trial, days', wire: 'free_trial_days' }),
  },
  beside: { subscribers: { count: 'subscriptionItem', by: 'planId' } },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
    annual_monthly_fee: 'follows from the fee of a year',
    product_id: 'deprecated',
    is_recurring: 'not shown yet',
    has_base_fee: 'follows from the fee',
    avatar_url: 'not shown yet',
    free_trial_enabled: 'follows from its days',
  },
});

/** That somebody has a plan: an organization or a person, for a period. */
export const subscriptionItem = model({
  ...catalogued,
  name: 'subscriptionItem',
  words: { one: 'subscription', many: 'subscriptions' },
  home: { screen: 'plans', tab: 'subscriptions' },
  spec: backend('CommerceSubscriptionItem'),
  scenarios: ['b2c', 'b2b'],
  sort: by('createdAt', 'desc'),
  fields: {
    /** What they are called who pay. */
    payer: text({ column: 'wide', label: 'Who pays', from: ['payer'], search: 1, sorted: true }),
    planName: text({ column: 'middle', label: 'Plan', from: ['plan'], search: 2, facet: true }),
    planId: link({ to: 'plan', label: 'Plan id', from: ['plan_id'] }),
    organizationId: link({
      to: 'organization',
      label: 'Organization',
      from: ['payer'],
    }),
    userId: link({ to: 'user', label: 'Person', from: ['payer'] }),
    status: choice(
      ['active', 'canceled', 'expired', 'ended', 'past_due', 'upcoming', 'incomplete', 'abandoned'],
      {
        column: 'middle',
        label: 'Status',
        wire: 'status',
        facet: true,
        says: { past_due: 'past due' },
      },
    ),
    period: text({
      plain: true,
      column: 'narrow',
      label: 'Billed',
      wire: 'plan_period',
      facet: true,
      says: { month: 'monthly', annual: 'yearly' },
    }),
    /** Those it is billed for, else those of its plan. Null where neither says; 0 for any number. */
    seats: limit({ column: 'narrow', label: 'Seats', from: ['seats', 'plan'] }),
    isFreeTrial: flag({ label: 'On trial', wire: 'is_free_trial', facet: true }),
    nextPayment: text({ plain: true, column: 'middle', label: 'Next payment', from: ['next_payment'] }),
    lifetimePaid: text({ plain: true, label: 'Paid so far', from: ['lifetime_paid'] }),
    periodStart: time({ label: 'Period began', wire: 'period_start' }),
    periodEnd: time({ column: 'middle', label: 'Period ends', wire: 'period_end' }),
    canceledAt: time({ label: 'Cancelled', wire: 'canceled_at' }),
    pastDueAt: time({ label: 'Past due since', wire: 'past_due_at' }),
    endedAt: time({ label: 'Ended', wire: 'ended_at' }),
    ...times,
  },
  label: ({ planName, payer }) => `${planName} of ${payer}`,
  ignored: {
    object: 'says what it is',
    instance_id: 'the workspace’s own',
    credit: 'in events only',
    credits: 'not shown yet',
    price_id: 'not shown yet',
    payment_method: 'of no use here',
    payer_id: 'the payer says who it is',
    proration_date: 'in some answers only',
    totals: 'not shown yet',
  },
});
