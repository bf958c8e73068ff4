import { z } from 'zod';
import { t } from '../../language/t';
import { LimitName, LimitValue, limitNames } from '../books/customer-plan';
import { readField } from '../field-path';
import type { JsonObject, JsonValue } from '../json';
import { type Agreed, customerLimit, customerLimitSources, isMore } from './effective';
import {
  beyond,
  type CopiedDomains,
  type CountedUsage,
  customerLevel,
  customerLevels,
  levelsWorst,
  usageOf,
  usedAtLeast,
} from './usage';

const Counts = z.object({
  value: LimitValue.nullable(),
  source: z.enum(customerLimitSources),
  says: z.string(),
});

/** A limit of a customer: what counts and why, what is used of it, and what comes next. */
export const LimitRow = Counts.extend({
  limit: LimitName,
  used: z.number().nullable(),
  /** The same as far as the copy tells: less than what is used, where that is not known. */
  atLeast: z.number(),
  /** How much too many; of seats and invitations in all organizations together. */
  beyond: z.number().nullable(),
  level: z.enum(customerLevels),
  next: Counts.extend({ at: z.number() }).nullable(),
  expired: z.array(Counts.extend({ until: z.number() })),
});
export type LimitRow = z.infer<typeof LimitRow>;

/**
 * A limit that the service has a field for. `other`: the service has another value; `by-hand`: it had ours, and somebody changed it
 * since; `was-agreed`: it was sent from here, and nothing is agreed any more; `unknown`: it does not tell what it has.
 */
export const PushRow = z.object({
  limit: LimitName,
  field: z.string(),
  wanted: z.number(),
  held: z.number().nullable(),
  state: z.enum(['same', 'staged', 'other', 'by-hand', 'was-agreed', 'unknown']),
});
export type PushRow = z.infer<typeof PushRow>;

/** A customer with everything that follows from its plan. */
export const CustomerRow = z.object({
  id: z.string(),
  name: z.string(),
  /** Id of its plan, '' without one. */
  plan: z.string(),
  planName: z.string(),
  /** When its pool was counted; null: never. */
  countedAt: z.number().nullable(),
  /** Of its limits the one that is worst off. */
  level: z.enum(customerLevels),
  limits: z.array(LimitRow),
  pushes: z.array(PushRow),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

/** Where the service has a field for a limit: of an application's config, with what it takes for no limit. */
export const servicePlaces = [
  { limit: 'seats', field: 'config.organization_settings.max_allowed_memberships', unlimited: 0 },
] as const satisfies readonly { limit: LimitName; field: string; unlimited: number }[];

/** What is known of a customer beside what was agreed. */
export interface CustomerFacts {
  readonly id: string;
  readonly name: string;
  readonly config: JsonObject;
  /** Values of the service where others are staged, by field path. */
  readonly server: JsonObject;
  readonly domains: CopiedDomains;
  readonly counted: CountedUsage | undefined;
  /** What was sent last from here and taken, by field path. */
  readonly sent: Readonly<Record<string, JsonValue>>;
}

/** What the service has of a limit's field, where it tells: not what is staged for it. */
const heldOf = (field: string, { config, server }: CustomerFacts): JsonValue | undefined =>
  Object.hasOwn(server, field) ? server[field] : readField({ config }, field);

/** What the service limits by itself, with what this customer's application has in the place of what a new one would get. */
function ownLimits({ defaults }: Agreed, facts: CustomerFacts): Agreed['defaults'] {
  const own: Partial<Record<LimitName, LimitValue>> = { ...defaults };
  for (const { limit, field, unlimited } of servicePlaces) {
    const held = heldOf(field, facts);
    if (typeof held === 'number') own[limit] = held === unlimited ? 'unlimited' : held;
  }
  return own;
}

/** A customer as it stands at a moment. Pure. */
export function customerOf(said: Agreed, facts: CustomerFacts, now: number): CustomerRow {
  const agreed = { ...said, defaults: ownLimits(said, facts) };
  const [usage, least] = [usageOf(facts), usedAtLeast(facts)];
  const limits = limitNames.map((limit): LimitRow => {
    const { expired, ...counts } = customerLimit(agreed, limit, now);
    const used = usage[limit];
    const atLeast = used ?? least[limit] ?? 0;
    // What is too much already is that, however much more there may be.
    const known = used ?? (isMore(atLeast, counts.value) ? atLeast : null);
    return {
      limit,
      ...counts,
      expired: [...expired],
      used,
      atLeast,
      beyond: beyond(limit, counts.value, { ...usage, [limit]: known }, facts.counted),
      level: customerLevel(known, counts.value),
    };
  });
  const plan = agreed.subscription?.plan ?? '';
  return {
    id: facts.id,
    name: facts.name,
    plan,
    planName: agreed.plans.get(plan)?.name ?? plan,
    countedAt: facts.counted?.at ?? null,
    level: levelsWorst(limits.map(({ level }) => level)),
    limits,
    pushes: servicePlaces.flatMap((place) => pushOf(place, limits, facts) ?? []),
  };
}

/** Null where nothing was agreed: what the service has stands as it is, and is told where it was agreed once. */
function pushOf(
  { limit, field, unlimited }: (typeof servicePlaces)[number],
  limits: readonly LimitRow[],
  facts: CustomerFacts,
): PushRow | null {
  const { config, sent } = facts;
  const row = limits.find((each) => each.limit === limit);
  // The service has no way to say none at all, where that number stands for no limit.
  if (row === undefined || row.value === null || row.value === unlimited) return null;
  const wanted = row.value === 'unlimited' ? unlimited : row.value;
  const visible = readField({ config }, field);
  const held = heldOf(field, facts);
  if (row.source === 'default')
    return typeof held === 'number' && sent[field] === held
      ? { limit, field, wanted, held, state: 'was-agreed' }
      : null;
  const state = (): PushRow['state'] => {
    if (typeof held !== 'number') return 'unknown';
    if (held === wanted) return visible === wanted ? 'same' : 'other';
    if (visible === wanted) return 'staged';
    return sent[field] === wanted ? 'by-hand' : 'other';
  };
  return { limit, field, wanted, held: typeof held === 'number' ? held : null, state: state() };
}

const sourceText: Readonly<Record<LimitRow['source'], (says: string) => string>> = {
  default: () => t('the service’s own'),
  plan: (says) => t('plan {says}', { says }),
  override: (says) => t('override {says}', { says }),
  promotion: (says) => t('promotion {says}', { says }),
};

/** Where a limit comes from, for people: `plan Pro`. */
export const sourceWords = ({ source, says }: Pick<LimitRow, 'source' | 'says'>): string =>
  sourceText[source](says);
