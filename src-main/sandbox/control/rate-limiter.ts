/** A sliding-window limit per instance. */
export type RateLimit = { readonly limit: number; readonly windowMs: number };

/** What the limiter says about a call: admitted, or after how many whole seconds to come again. */
export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly retryAfter: number };

/** Counts calls per instance in a sliding window. */
export interface RateLimiter {
  /** Sets the limit, or none. Forgets past calls. */
  readonly set: (limit: RateLimit | null) => void;
  readonly current: () => RateLimit | null;
  /** Refused calls do not count against the window. */
  readonly admit: (instance: string, at: number) => Admission;
  /** How many calls were refused. */
  readonly refused: () => number;
}

/** Makes a limiter; the service's own figures are 1,000 (production) or 100 (development) calls in 10 s. */
export const createRateLimiter = (initial: RateLimit | null): RateLimiter => {
  let limit = initial;
  let refusals = 0;
  const calls = new Map<string, number[]>();
  return {
    set: (next) => {
      limit = next;
      calls.clear();
    },
    current: () => limit,
    refused: () => refusals,
    admit: (instance, at) => {
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
