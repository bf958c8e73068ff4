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
 * What a change of plans would come to, limit by limit; only limits that become others for somebody are named: at once, or else at the
 * first moment at which they do, where a promotion or an override stands before it. Pure.
 */
export function simulateLimits(fleet: Fleet, change: PlanChange, now: number): readonly LimitOutcome[] {
  const after = changed(fleet, change, now);
  const customers = fleet.customers.filter(
    ({ id }) => change.kind === 'limit' || fleet.subscriptions.get(id) !== after.subscriptions.get(id),
  );
  const rowsAt = (moment: number): readonly Compared[] =>
    customers.flatMap((facts) => {
      const was = customerOf(agreedIn(fleet, facts.id), facts, moment).limits;
      const is = customerOf(agreedIn(after, facts.id), facts, moment).limits;
      return is.map((row, index) => ({ facts, row, before: was[index] }));
    });
  const rows = rowsAt(now);
  return limitNames.flatMap((limit): LimitOutcome[] => {
    const own = rows.filter(({ row }) => row.limit === limit);
    const found = outcomeOf(fleet, change, limit, own);
    if (found !== null) return [found];
    const moments = own.flatMap(({ row, before }) => [row.next?.at ?? [], before?.next?.at ?? []].flat());
    for (const moment of [...new Set(moments)].sort((a, b) => a - b)) {
      const then = rowsAt(moment).filter(({ row }) => row.limit === limit);
      const later = outcomeOf(fleet, change, limit, then);
      if (later === null) continue;
      return [
        {
          ...later,
          sentence: t('From {day}, {sentence}', {
            day: new Date(moment).toISOString().slice(0, 10),
            sentence: later.sentence,
          }),
        },
      ];
    }
    return [];
  });
}

interface Compared {
  readonly facts: CustomerFacts;
  readonly row: LimitRow;
  readonly before: LimitRow | undefined;
}

/** What becomes of one limit; null where it stays for everybody. */
function outcomeOf(
  fleet: Fleet,
  change: PlanChange,
  limit: LimitName,
  rows: readonly Compared[],
): LimitOutcome | null {
  const others = rows.filter(({ row, before }) => row.value !== (before?.value ?? null));
  if (others.length === 0) return null;
  const told = others.map(({ facts: { id, name }, before, row: { value: to, used, beyond } }) => {
    return { id, name, from: before?.value ?? null, to, used, beyond };
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
