import { t } from '../../language/t';
import { choice, count, flag, limit, link, list, name, prose, text, time, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

/** What people or organizations can subscribe to. The service sells it; here it is read. It says not when it was made. */
export const plan = model({
  ...catalogued,
  name: 'plan',
  withScope: true,
  words: { one: t('plan'), many: t('plans') },
  home: { screen: 'plans' },
  spec: backend('CommercePlan'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', search: 1 }),
    slug: text({ column: 'middle', label: t('Slug'), wire: 'slug', search: 2 }),
    payer: text({
      plain: true,
      column: 'middle',
      label: t('Bought by'),
      wire: 'for_payer_type',
      facet: true,
      says: { org: t('organizations'), user: t('people') },
    }),
    /** As the service writes it, with its currency; '' for none. */
    fee: text({ plain: true, column: 'middle', label: t('A month'), from: ['fee'] }),
    annualFee: text({ plain: true, label: t('A year'), from: ['annual_fee'] }),
    /** What the price of its seats goes up to: no other number of seats is in the spec. Null where it counts none, 0 for any number. */
    seats: limit({ column: 'narrow', label: t('Seats'), from: ['unit_prices'] }),
    features: list({ label: t('Features'), from: ['features'] }),
    description: prose({ label: t('Description'), wire: 'description' }),
    isDefault: flag({ label: t('Default plan'), wire: 'is_default', facet: true }),
    publiclyVisible: flag({ label: t('On offer'), wire: 'publicly_visible', facet: true }),
    freeTrialDays: count({ label: t('Trial, days'), wire: 'free_trial_days' }),
  },
  beside: { subscribers: { count: 'subscriptionItem', by: 'planId', label: t('Subscribers') } },
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
  words: { one: t('subscription'), many: t('subscriptions') },
  home: { screen: 'plans', tab: 'subscriptions' },
  spec: backend('CommerceSubscriptionItem'),
  scenarios: ['b2c', 'b2b'],
  sort: by('createdAt', 'desc'),
  fields: {
    /** What they are called who pay. */
    payer: text({ column: 'wide', label: t('Who pays'), from: ['payer'], search: 1, sorted: true }),
    planName: text({ column: 'middle', label: t('Plan'), from: ['plan'], search: 2, facet: true }),
    planId: link({ to: 'plan', label: t('Plan id'), from: ['plan_id'] }),
    organizationId: link({
      to: 'organization',
      label: t('Organization'),
      from: ['payer'],
    }),
    userId: link({ to: 'user', label: t('Person'), from: ['payer'] }),
    status: choice(
      ['active', 'canceled', 'expired', 'ended', 'past_due', 'upcoming', 'incomplete', 'abandoned'],
      {
        column: 'middle',
        label: t('Status'),
        wire: 'status',
        facet: true,
        says: {
          active: t('active'),
          canceled: t('canceled'),
          expired: t('expired'),
          ended: t('ended'),
          past_due: t('past due'),
          upcoming: t('upcoming'),
          incomplete: t('incomplete'),
          abandoned: t('abandoned'),
        },
      },
    ),
    period: text({
      plain: true,
      column: 'narrow',
      label: t('Billed'),
      wire: 'plan_period',
      facet: true,
      says: { month: t('monthly'), annual: t('yearly') },
    }),
    /** Those it is billed for, else those of its plan. Null where neither says; 0 for any number. */
    seats: limit({ column: 'narrow', label: t('Seats'), from: ['seats', 'plan'] }),
    isFreeTrial: flag({ label: t('On trial'), wire: 'is_free_trial', facet: true }),
    nextPayment: text({ plain: true, column: 'middle', label: t('Next payment'), from: ['next_payment'] }),
    lifetimePaid: text({ plain: true, label: t('Paid so far'), from: ['lifetime_paid'] }),
    periodStart: time({ label: t('Period began'), wire: 'period_start' }),
    periodEnd: time({ column: 'middle', label: t('Period ends'), wire: 'period_end' }),
    canceledAt: time({ label: t('Cancelled'), wire: 'canceled_at' }),
    pastDueAt: time({ label: t('Past due since'), wire: 'past_due_at' }),
    endedAt: time({ label: t('Ended'), wire: 'ended_at' }),
    ...times,
  },
  label: ({ planName, payer }) => t('{plan} of {payer}', { plan: planName, payer }),
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
