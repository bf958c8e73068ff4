import type { OrganizationRow } from '../database/rows';
import type { Plan, SubscriptionItem } from '../lists/billing';
import type { SeedContext, SmallSeed, SmallSeeds } from './seed-context';

const day = 86_400_000;

type Offer = readonly [
  slug: string,
  name: string,
  fee: number,
  seats: number | null,
  features: readonly string[],
];

const forOrganizations: readonly Offer[] = [
  ['free_org', 'Free', 0, 15, ['projects']],
  ['team', 'Team', 4_900, 25, ['projects', 'reports', 'integrations']],
  [
    'business',
    'Business',
    19_900,
    100,
    ['projects', 'reports', 'integrations', 'audit_log', 'single_sign_on'],
  ],
  [
    'enterprise',
    'Enterprise',
    99_900,
    null,
    ['projects', 'reports', 'integrations', 'audit_log', 'single_sign_on', 'data_exports'],
  ],
];
const forPeople: readonly Offer[] = [
  ['free_user', 'Free', 0, null, ['library']],
  ['plus', 'Plus', 900, null, ['library', 'offline']],
  ['pro', 'Pro', 1_900, null, ['library', 'offline', 'studio']],
];

/** A product for organizations sells to these, one for people to people; customers of a platform and developers start without. */
const payerOf = ({ application }: SeedContext): 'user' | 'org' | null => {
  if (application.scenario === 'platforms' || application.environmentType === 'development') return null;
  return application.scenario === 'b2b' ? 'org' : 'user';
};

export const planSeeds: SmallSeeds = {
  kind: 'plan',
  prefix: 'cplan',
  records: (context) => {
    const payer = payerOf(context);
    if (payer === null) return [];
    return (payer === 'org' ? forOrganizations : forPeople).map(
      ([slug, name, fee, seats, features], index) => {
        const data: Plan = {
          name,
          slug,
          description: `${name}, for ${payer === 'org' ? 'organizations' : 'people'}.`,
          payer,
          fee,
          is_default: fee === 0,
          publicly_visible: slug !== 'enterprise',
          features,
          trial_days: slug === 'team' || slug === 'plus' ? 14 : null,
          ...(payer === 'org' && { seats }),
        };
        return { at: context.anchor - (400 - index) * day, data };
      },
    );
  },
};

interface Payer {
  readonly id: string;
  readonly name: string;
  readonly since: number;
  readonly taken: number;
  /** Seats that it got by itself: it keeps them on any plan. */
  readonly ownSeats: boolean;
}

/** Organizations with the seats that they take; of people every ninth, who pays. */
const payersOf = ({ db, instance, application }: SeedContext, kind: 'user' | 'org'): readonly Payer[] =>
  kind === 'org'
    ? db
        .all<OrganizationRow & { readonly taken: number }>(
          `SELECT o.*, (SELECT count(*) FROM memberships m WHERE m.instance = o.instance AND m.organization_id = o.id)
             + (SELECT count(*) FROM invitations i WHERE i.instance = o.instance AND i.organization_id = o.id AND i.status = 'pending') AS taken
           FROM organizations o WHERE o.instance = ? ORDER BY o.created_at, o.id`,
          [instance],
        )
        .map(({ id, name, created_at: since, taken, max_allowed_memberships: seats }) => ({
          id,
          name,
          since,
          taken,
          ownSeats: seats !== application.defaultSeats,
        }))
    : db.all<Payer & { readonly [column: string]: string | number }>(
        `SELECT id, trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) AS name, created_at AS since, 0 AS taken, 0 AS ownSeats FROM users WHERE instance = ? ORDER BY created_at, id`,
        [instance],
      );

/** Most organizations have a plan that holds its members (without seats of their own, one that holds the default), some the free one; a twelfth of the people pay for one. */
export const subscriptionItemSeeds: SmallSeeds = {
  kind: 'subscriptionItem',
  prefix: 'csubi',
  records: (context, random) => {
    const kind = payerOf(context);
    if (kind === null) return [];
    const plans = context.db
      .all<{ readonly id: string; readonly data: string }>(
        `SELECT id, data FROM small_records WHERE instance = ? AND kind = 'plan' ORDER BY created_at, id`,
        [context.instance],
      )
      .map(({ id, data }) => ({ id, plan: JSON.parse(data) as Plan }));
    return payersOf(context, kind).flatMap(({ id, name, since, taken, ownSeats }): SmallSeed[] => {
      const pays = random.chance(kind === 'org' ? 0.85 : 0.08);
      const [late, over, yearly] = [random.chance(0.04), random.chance(0.03), random.chance(0.4)];
      const stays = random.chance(0.12);
      const at = random.int(since, context.anchor - day / 2);
      const fits = plans.filter(
        ({ plan: { seats } }) => seats === undefined || seats === null || seats >= taken,
      );
      const offered =
        kind === 'user' ? random.pick(plans.slice(1)) : !ownSeats ? plans[1] : stays ? plans[0] : fits[0];
      if (!pays || offered === undefined) return [];
      const length = (yearly ? 365 : 30) * day;
      const period_start = at + Math.floor((context.anchor - at) / length) * length;
      const { fee, seats } = offered.plan;
      const data: SubscriptionItem = {
        plan_id: offered.id,
        free: fee === 0,
        payer: { kind, id, name },
        status: fee === 0 ? 'active' : over ? 'ended' : late ? 'past_due' : 'active',
        period: yearly ? 'annual' : 'month',
        is_free_trial: false,
        ...(seats !== undefined && { seats }),
        period_start,
        period_end: period_start + length,
        ended_at: fee > 0 && over ? period_start : null,
      };
      return [{ at, data }];
    });
  },
};
