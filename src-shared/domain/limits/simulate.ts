import { z } from 'zod';
import { t } from '../../language/t';
import { BookId } from '../books/book';
import { type CustomerPlanValue, LimitName, LimitValue, limitNames } from '../books/customer-plan';
import type { CustomerSubscriptionValue } from '../books/customer-subscription';
import { type CustomerFacts, customerOf, type LimitRow } from './customer';
import type { Agreed } from './effective';
import { limitWords } from './usage';

/** What is tried out: another limit of a plan (null: as it is inherited), or another plan for some customers. */
export const PlanChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('limit'),
    plan: BookId,
    limit: LimitName,
    value: LimitValue.nullable(),
  }),
  z.strictObject({ kind: z.literal('move'), customers: z.array(z.string()).max(10_000), plan: BookId }),
]);
export type PlanChange = z.infer<typeof PlanChange>;

const Concerned = z.object({
  id: z.string(),
  name: z.string(),
  from: LimitValue.nullable(),
  to: LimitValue.nullable(),
  used: z.number().nullable(),
  /** How much too many after it. */
  beyond: z.number().nullable(),
});

/** What a change comes to for one limit. */
export const LimitOutcome = z.object({
  limit: LimitName,
  /** From when it counts, ms; null: at once. */
  at: z.number().nullable(),
  /** `Pro: 20 → 10 seats: 12 customers over, 87 people without a seat`. */
  sentence: z.string(),
  /** Whose limit becomes another one. */
  concerned: z.number(),
  /** Those with the most too many first. */
  over: z.array(Concerned),
  /** Of whom it is not known how much they use. */
  unknown: z.array(Concerned),
});
export type LimitOutcome = z.infer<typeof LimitOutcome>;

export interface Fleet {
  readonly plans: ReadonlyMap<string, CustomerPlanValue>;
  readonly subscriptions: ReadonlyMap<string, CustomerSubscriptionValue>;
  readonly defaults: Agreed['defaults'];
  readonly customers: readonly CustomerFacts[];
}

/**
 * What a change of plans would come to, limit by limit; only limits that become others for somebody are named. Each customer is told of
 * once: at once, or at the first moment at which its limit is another one, where a promotion or an override stands before it. Pure.
 */
export function simulateLimits(fleet: Fleet, change: PlanChange, now: number): readonly LimitOutcome[] {
  const after = changed(fleet, change, now);
  const customers = fleet.customers.filter(
    ({ id }) => change.kind === 'limit' || fleet.subscriptions.get(id) !== after.subscriptions.get(id),
  );
  const all = customers.flatMap((facts) => differencesOf([fleet, after], facts, now));
  return limitNames.flatMap((limit) => {
    const own = all.filter(({ row }) => row.limit === limit);
    const moments = [...new Set(own.map(({ at }) => at))].sort((a, b) => a - b);
    return moments.map((at): LimitOutcome => {
      const outcome = outcomeOf(
        fleet,
        change,
        limit,
        own.filter((one) => one.at === at),
      );
      if (at === now) return { ...outcome, at: null };
      const day = new Date(at).toISOString().slice(0, 10);
      return { ...outcome, at, sentence: t('From {day}, {sentence}', { day, sentence: outcome.sentence }) };
    });
  });
}

/** Each limit of a customer that becomes another one, at the first moment at which it does. */
function differencesOf(
  [before, after]: readonly [Fleet, Fleet],
  facts: CustomerFacts,
  now: number,
): readonly Compared[] {
  const rowsAt = (fleet: Fleet, at: number) => customerOf(agreedIn(fleet, facts.id), facts, at).limits;
  const found: Compared[] = [];
  let open = [...limitNames.keys()];
  for (let at = now; open.length > 0 && Number.isFinite(at); ) {
    const [was, is] = [rowsAt(before, at), rowsAt(after, at)];
    const moments: number[] = [];
    open = open.filter((place) => {
      const [from, to] = [was[place], is[place]];
      if (from === undefined || to === undefined) return false;
      if (from.value !== to.value) {
        found.push({ facts, at, row: to, before: from });
        return false;
      }
      const next = [from.next, to.next].flatMap((one) => (one === null ? [] : [one.at]));
      moments.push(...next);
      return next.length > 0;
    });
    at = Math.min(...moments);
  }
  return found;
}

interface Compared {
  readonly facts: CustomerFacts;
  /** When it becomes so, ms. */
  readonly at: number;
  readonly row: LimitRow;
  readonly before: LimitRow;
}

/** What becomes of one limit for those for whom it becomes another one. */
function outcomeOf(
  fleet: Fleet,
  change: PlanChange,
  limit: LimitName,
  rows: readonly Compared[],
): Omit<LimitOutcome, 'at'> {
  const told = rows.map(({ facts: { id, name }, before, row: { value: to, used, beyond } }) => {
    return { id, name, from: before.value, to, used, beyond };
  });
  const over = told
    .filter(({ beyond }) => beyond !== null && beyond > 0)
    .sort((a, b) => (b.beyond ?? 0) - (a.beyond ?? 0) || a.name.localeCompare(b.name));
  const unknown = told.filter(({ beyond }) => beyond === null);
  const sentence = sentenceOf(fleet, change, { limit, concerned: told, over, unknown });
  return { limit, sentence, concerned: told.length, over, unknown };
}

export const agreedIn = ({ plans, subscriptions, defaults }: Fleet, id: string): Agreed => ({
  plans,
  subscription: subscriptions.get(id),
  defaults,
});

function changed(fleet: Fleet, change: PlanChange, now: number): Fleet {
  if (change.kind === 'move') {
    const subscriptions = new Map(fleet.subscriptions);
    for (const id of change.customers) {
      const held = subscriptions.get(id);
      if (held?.plan === change.plan) continue;
      subscriptions.set(id, { ...(held ?? { since: now, overrides: [] }), plan: change.plan });
    }
    return { ...fleet, subscriptions };
  }
  const plan = fleet.plans.get(change.plan);
  if (plan === undefined) return fleet;
  const { [change.limit]: _, ...others } = plan.limits;
  const limits = change.value === null ? others : { ...others, [change.limit]: change.value };
  return { ...fleet, plans: new Map(fleet.plans).set(change.plan, { ...plan, limits }) };
}

type Told = z.infer<typeof Concerned>;

function sentenceOf(
  { plans }: Fleet,
  change: PlanChange,
  found: Readonly<Record<'concerned' | 'over' | 'unknown', readonly Told[]>> & { readonly limit: LimitName },
): string {
  const { limit, concerned, over, unknown } = found;
  const name = plans.get(change.plan)?.name ?? change.plan;
  const who = change.kind === 'limit' ? name : t('To {name}', { name });
  const sum = over.reduce((all, { beyond }) => all + (beyond ?? 0), 0);
  const too =
    limit === 'seats'
      ? t('{people} without a seat', { people: counted(sum, limitWords.people) })
      : t('{things} too many', { things: counted(sum, limitWords[limit]) });
  const told =
    over.length === 0
      ? t('nobody over')
      : t('{count, plural, one {# customer} other {# customers}} over, {too}', { count: over.length, too });
  const open =
    unknown.length === 0
      ? []
      : [t('{count, plural, one {# customer} other {# customers}} not counted', { count: unknown.length })];
  const values = `${span(concerned, 'from')} → ${span(concerned, 'to')} ${limitWords[limit].many}`;
  return [`${who}: ${values}: ${told}`, ...open].join('; ');
}

const counted = (count: number, { one, many }: { readonly one: string; readonly many: string }): string =>
  t('{count, plural, one {# {one}} other {# {many}}}', { count, one, many });

/** The one value that all have, or from which to which they go. */
function span(rows: readonly Told[], side: 'from' | 'to'): string {
  const values = [...new Set(rows.map((row) => row[side]))];
  const [only] = values;
  if (values.length !== 1 || only === undefined) return t('various');
  return only === 'unlimited' ? t('unlimited') : String(only ?? t('not known'));
}
