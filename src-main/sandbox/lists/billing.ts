import { queryField } from '../kit/query-field';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import type { Condition } from '../rules/select-page';
import { findRecord, inData, type SmallList, type SmallRecord } from '../rules/small-list';

/** What somebody can subscribe to. Amounts in cents; `seats`: how many it holds, null for any number, left out where it counts none. */
export interface Plan {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly payer: 'user' | 'org';
  readonly fee: number;
  readonly is_default: boolean;
  readonly publicly_visible: boolean;
  readonly features: readonly string[];
  readonly trial_days: number | null;
  readonly seats?: number | null;
}

/** Who pays for a plan, and since when. */
export interface SubscriptionItem {
  readonly plan_id: string;
  readonly free: boolean;
  readonly payer: { readonly kind: 'user' | 'org'; readonly id: string; readonly name: string };
  readonly status: 'active' | 'past_due' | 'ended';
  readonly period: 'month' | 'annual';
  readonly is_free_trial: boolean;
  readonly seats?: number | null;
  readonly period_start: number;
  readonly period_end: number;
  readonly ended_at: number | null;
}

const plans: SmallList<Plan> = {
  kind: 'plan',
  prefix: 'cplan',
  mark: ({ slug }) => slug,
  notFound: 'The plan was not found.',
};

const items: SmallList<SubscriptionItem> = {
  kind: 'subscriptionItem',
  prefix: 'csubi',
  mark: ({ payer }) => payer.id,
  notFound: 'The subscription item was not found.',
};

/** Spec: `components/schemas/CommerceMoneyResponse`. */
const money = (amount: number) => ({
  amount,
  amount_formatted: (amount / 100).toFixed(2),
  currency: 'USD',
  currency_symbol: '$',
});

/** Ids of what a record carries and no list shows follow from its own. */
const tied = (prefix: string, id: string): string => `${prefix}_${id.split('_').at(-1) ?? id}`;

/** Seats go in blocks of one, free up to as many as there are (spec: `CommercePlanUnitPrice`). */
const seatPrices = (seats: number | null) => [
  {
    name: 'seats',
    block_size: 1,
    tiers: [{ starts_at_block: 1, ends_after_block: seats, fee_per_block: money(0) }],
  },
];

/** Spec: `components/schemas/CommercePlan`. */
const planView = ({ id, data }: SmallRecord<Plan>) => {
  const { payer, fee, trial_days, seats, features, ...rest } = data;
  const yearly = Math.round(fee * 0.8);
  return {
    object: 'commerce_plan',
    id,
    ...rest,
    fee: fee === 0 ? null : money(fee),
    annual_monthly_fee: fee === 0 ? null : money(yearly),
    annual_fee: fee === 0 ? null : money(yearly * 12),
    product_id: tied('cprod', id),
    is_recurring: true,
    has_base_fee: fee > 0,
    for_payer_type: payer,
    avatar_url: null,
    features: features.map((slug) => ({
      object: 'feature',
      id: `feat_${slug}`,
      name: slug.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase()),
      description: null,
      slug,
      avatar_url: null,
    })),
    free_trial_enabled: trial_days !== null,
    free_trial_days: trial_days,
    ...(seats !== undefined && { unit_prices: seatPrices(seats) }),
  };
};

/** Spec: `components/schemas/CommerceSubscriptionItem`. */
const itemView = ({ id, data, created_at, updated_at }: SmallRecord<SubscriptionItem>, scope: Scope) => {
  const { plan_id, payer, status, seats, period_start, period_end, ended_at } = data;
  const found = findRecord(scope, plans, plan_id);
  const fee = found.ok ? found.value.data.fee : 0;
  const inOrg = payer.kind === 'org';
  return {
    object: 'commerce_subscription_item',
    id,
    instance_id: scope.instance,
    status,
    plan_id,
    price_id: tied('cprice', plan_id),
    plan: found.ok ? planView(found.value) : null,
    plan_period: data.period,
    lifetime_paid: money(fee * 4),
    next_payment: status === 'active' && fee > 0 ? { amount: money(fee), date: period_end } : null,
    payer_id: tied('cpayer', id),
    payer: {
      object: 'commerce_payer',
      id: tied('cpayer', id),
      instance_id: scope.instance,
      user_id: inOrg ? null : payer.id,
      first_name: inOrg ? null : payer.name,
      organization_id: inOrg ? payer.id : null,
      organization_name: inOrg ? payer.name : null,
      created_at,
      updated_at,
    },
    is_free_trial: data.is_free_trial,
    period_start,
    period_end,
    canceled_at: null,
    past_due_at: status === 'past_due' ? period_start : null,
    ended_at,
    created_at,
    updated_at,
    ...(seats !== undefined && { seats: { quantity: seats } }),
  };
};

const equal = (sql: string, value: unknown): readonly Condition[] =>
  typeof value === 'string' ? [{ sql: `${sql} = ?`, values: [value] }] : [];

/** `/billing/plans`: list. */
export const planRoutes = () =>
  smallListRoutes({
    list: plans,
    view: planView,
    shape: 'page',
    filters: { payer_type: queryField.text },
    where: (_, { payer_type: payer }) => equal(inData('payer'), payer),
  });

/** `/billing/subscription_items`: list; those of free plans where they are asked for. */
export const subscriptionItemRoutes = () =>
  smallListRoutes({
    list: items,
    view: itemView,
    shape: 'page',
    filters: { payer_type: queryField.text, plan_id: queryField.text, include_free: queryField.flag },
    where: (_, { status, payer_type: payer, plan_id: plan, include_free: free }) => [
      ...equal(inData('status'), status),
      ...equal(inData('payer.kind'), payer),
      ...equal(inData('plan_id'), plan),
      ...(free === true ? [] : [{ sql: `${inData('free')} = 0`, values: [] }]),
    ],
  });
