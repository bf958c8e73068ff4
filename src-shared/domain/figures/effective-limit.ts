/** Where a limit comes from. `override`: it was set for this one. */
const limitSources = ['default', 'plan', 'override'] as const;
export type LimitSource = (typeof limitSources)[number];
/** As rows keep it; `unknown` while the instance's default is not known. */
export const keptLimitSources = [...limitSources, 'unknown'] as const;

export interface EffectiveLimit {
  /** 0 means unlimited. */
  readonly limit: number;
  /** Null while the instance's default is not known: what was set here cannot be told from it. */
  readonly source: LimitSource | null;
}

interface Limits {
  /** What the record itself says; 0 means unlimited, null that it says nothing of its own. */
  readonly own: number | null;
  /** What the instance gives to new ones; null while that is not known. */
  readonly byDefault: number | null;
  /** What its plan goes up to, 0 for any number; null without a plan, or with one that counts none. */
  readonly byPlan: number | null;
}

/**
 * The limit that counts, the nearest first: what was set for the record, what its plan holds, the instance's default. The service
 * gives a new record the default as a value of its own, so that one which equals the default is taken for not set. Pure.
 *
 * Whether the service itself holds to the seats of a plan the spec does not say: it names them where their price ends
 * (`CommercePlanUnitPriceTier.ends_after_block`), and refuses members by the organization's own number.
 */
export function effectiveLimit({ own, byDefault, byPlan }: Limits): EffectiveLimit {
  if (byDefault === null)
    return { limit: own ?? byPlan ?? 0, source: own === null && byPlan !== null ? 'plan' : null };
  if (own !== null && own !== byDefault) return { limit: own, source: 'override' };
  return byPlan === null ? { limit: byDefault, source: 'default' } : { limit: byPlan, source: 'plan' };
}
