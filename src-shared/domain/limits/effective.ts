import { type CustomerPlanValue, chainOf, type LimitName, type LimitValue } from '../books/customer-plan';
import type { CustomerSubscriptionValue } from '../books/customer-subscription';

/** Where a limit of a customer comes from. `default`: nobody said anything, and the service's own counts. */
export const customerLimitSources = ['default', 'plan', 'override', 'promotion'] as const;
export type CustomerLimitSource = (typeof customerLimitSources)[number];

interface Counts {
  /** Null where nobody said, and the service's own is not known. */
  readonly value: LimitValue | null;
  readonly source: CustomerLimitSource;
  /** Name of the plan that says so or that the promotion is of; why, of an override. */
  readonly says: string;
}

/** Something that did count and does not any more. */
export interface Expired extends Counts {
  readonly until: number;
}

/** The limit of a customer that counts now. */
export interface CustomerLimit extends Counts {
  /** The next moment at which another one counts, with that one; null where none is known of. */
  readonly next: (Counts & { readonly at: number }) | null;
  readonly expired: readonly Expired[];
}

/** What a customer's limits follow from. */
export interface Agreed {
  readonly plans: ReadonlyMap<string, CustomerPlanValue>;
  readonly subscription: CustomerSubscriptionValue | undefined;
  /** What the service limits by itself; what is not in it is not known. */
  readonly defaults: Readonly<Partial<Record<LimitName, LimitValue>>>;
}

/** The more generous one of two. Of what is not known only no limit at all is surely more. */
export const isMore = (one: LimitValue, than: LimitValue | null): boolean =>
  than !== 'unlimited' && (one === 'unlimited' || (than !== null && one > than));

/**
 * The limit that counts at a moment: the service's default, above it what the nearest plan of the chain says, above that an override.
 * A promotion takes nothing away: the better of it and of what counts without it. What has expired does not count, and is told. Pure.
 */
export function customerLimit(agreed: Agreed, limit: LimitName, now: number): CustomerLimit {
  const counts = at(agreed, limit, now);
  const moments = [...new Set(ends(agreed, limit))].filter((moment) => moment > now).sort((a, b) => a - b);
  for (const moment of moments) {
    const then = at(agreed, limit, moment);
    if (then.value !== counts.value)
      return { ...counts, next: { ...then, at: moment }, expired: expired(agreed, limit, now) };
  }
  return { ...counts, next: null, expired: expired(agreed, limit, now) };
}

function at(agreed: Agreed, limit: LimitName, now: number): Counts {
  const { plans, subscription, defaults } = agreed;
  const override = subscription?.overrides.findLast(
    (each) => each.limit === limit && (each.until === null || now < each.until),
  );
  const holder = chain(agreed).find((id) => plans.get(id)?.limits[limit] !== undefined);
  const plan = plans.get(holder ?? '');
  const kept: Counts =
    override !== undefined
      ? { value: override.value, source: 'override', says: override.reason }
      : plan !== undefined
        ? { value: plan.limits[limit] ?? null, source: 'plan', says: plan.name }
        : { value: defaults[limit] ?? null, source: 'default', says: '' };
  return promotions(agreed, limit)
    .filter(({ from, until }) => from <= now && now < until)
    .reduce<Counts>(
      (best, { value, says }) => (isMore(value, best.value) ? { value, source: 'promotion', says } : best),
      kept,
    );
}

function expired({ subscription, ...rest }: Agreed, limit: LimitName, now: number): readonly Expired[] {
  const overrides = (subscription?.overrides ?? []).flatMap((each): Expired[] =>
    each.limit === limit && each.until !== null && each.until <= now
      ? [{ value: each.value, source: 'override', says: each.reason, until: each.until }]
      : [],
  );
  const promoted = promotions({ subscription, ...rest }, limit).flatMap(
    ({ value, says, until }): Expired[] =>
      until <= now ? [{ value, source: 'promotion', says, until }] : [],
  );
  return [...overrides, ...promoted];
}

const chain = ({ plans, subscription }: Agreed): readonly string[] =>
  chainOf(plans, subscription?.plan ?? '');

/** Promotions of all plans of the chain, each with what it is called. */
function promotions(agreed: Agreed, limit: LimitName) {
  return chain(agreed).flatMap((id) => {
    const plan = agreed.plans.get(id);
    return (plan?.promotions ?? [])
      .filter((each) => each.limit === limit)
      .map((each) => ({ ...each, says: each.note || `${plan?.name}` }));
  });
}

function ends(agreed: Agreed, limit: LimitName): readonly number[] {
  return [
    ...promotions(agreed, limit).flatMap(({ from, until }) => [from, until]),
    ...(agreed.subscription?.overrides ?? []).flatMap((each) =>
      each.limit === limit && each.until !== null ? [each.until] : [],
    ),
  ];
}
