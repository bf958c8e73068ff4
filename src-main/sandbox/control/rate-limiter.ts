/** A sliding-window limit per instance. */
export type RateLimit = { readonly limit: number; readonly windowMs: number };

/** What the limiter says about a call: admitted, or after how many whole seconds to come again. */
export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly retryAfter: number };

/** Counts calls per instance in a sliding window. */
export interface RateLimiter {
  /** Sets one limit for every instance, none at all (`null`), or each instance's own. Forgets past calls. */
  readonly set: (limit: RateLimit | null | 'own') => void;
  /** The one limit of all, where one is set. */
  readonly current: () => RateLimit | null;
  /** Refused calls do not count against the window. */
  readonly admit: (instance: string, at: number) => Admission;
  /** How many calls were refused. */
  readonly refused: () => number;
}

/**
 * Makes a limiter that starts with one limit for all, or with each instance's own.
 *
 * @param ownLimit the limit of an instance while no other is set; null for none.
 */
export const createRateLimiter = (
  initial: RateLimit | 'own',
  ownLimit: (instance: string) => RateLimit | null,
): RateLimiter => {
  let setting: RateLimit | null | 'own' = initial;
  let refusals = 0;
  const calls = new Map<string, number[]>();
  return {
    set: (next) => {
      setting = next;
      calls.clear();
    },
    current: () => (setting === 'own' ? null : setting),
    refused: () => refusals,
    admit: (instance, at) => {
      const limit = setting === 'own' ? ownLimit(instance) : setting;
      if (limit === null) return { admitted: true };
      const { windowMs, limit: max } = limit;
      const recent = (calls.get(instance) ?? []).filter((time) => time > at - windowMs);
      calls.set(instance, recent);
      if (recent.length < max) {
        recent.push(at);
        return { admitted: true };
      }
      refusals += 1;
      const freeAt = (recent[recent.length - max] ?? at) + windowMs;
      return { admitted: false, retryAfter: Math.max(1, Math.ceil((freeAt - at) / 1000)) };
    },
  };
};
