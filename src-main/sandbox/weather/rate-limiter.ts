import { endpointLimitOf, type RateLimit } from './endpoint-limits';

/** Which limits hold. */
export type LimitSetting = {
  /** One for every instance, each instance's own, or none. */
  readonly instances: RateLimit | 'own' | null;
  /** Whether those of endpoints and records hold as well. */
  readonly endpoints: boolean;
};

/** What the limiter says about a call: admitted, or after how many whole seconds to come again. */
export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly retryAfter: number };

/** Counts calls per instance, and per endpoint or record of it, in sliding windows. */
export interface RateLimiter {
  /** Forgets past calls. */
  readonly set: (setting: LimitSetting) => void;
  /** The one limit of all instances, where one is set; and whether endpoints have theirs. */
  readonly current: () => { readonly rateLimit: RateLimit | null; readonly endpointLimits: boolean };
  /** Refused calls count against no window. */
  readonly admit: (
    call: { readonly instance: string; readonly method: string; readonly path: string },
    at: number,
  ) => Admission;
  /** How many calls were refused. */
  readonly refused: () => number;
}

/** No window is longer, ms. */
const longestMs = 3_600_000;
/** At each multiple of this number of windows, those that are over are forgotten. */
const manyWindows = 2_000;

/**
 * Makes a limiter.
 *
 * @param ownLimit the limit of an instance while no other is set; null for none.
 */
export const createRateLimiter = (
  initial: LimitSetting,
  ownLimit: (instance: string) => RateLimit | null,
): RateLimiter => {
  let setting = initial;
  let refusals = 0;
  const calls = new Map<string, number[]>();

  /** Times of the calls that count; a clock that was set back makes none of them come from the future. */
  const recentIn = (name: string, { windowMs }: RateLimit, at: number): number[] => {
    const recent = (calls.get(name) ?? []).filter((time) => time > at - windowMs && time <= at);
    if (!calls.has(name) && calls.size > 0 && calls.size % manyWindows === 0)
      for (const [key, times] of calls) if ((times.at(-1) ?? 0) <= at - longestMs) calls.delete(key);
    calls.set(name, recent);
    return recent;
  };
  /** How long a full window stays full, ms; 0 while it has room. */
  const fullFor = ({ limit, windowMs }: RateLimit, recent: readonly number[], at: number): number =>
    recent.length < limit ? 0 : (recent[recent.length - limit] ?? at) + windowMs - at;

  return {
    set: (next) => {
      setting = next;
      calls.clear();
    },
    current: () => ({
      rateLimit: setting.instances === 'own' ? null : setting.instances,
      endpointLimits: setting.endpoints,
    }),
    refused: () => refusals,
    admit: ({ instance, method, path }, at) => {
      const own = setting.instances === 'own' ? ownLimit(instance) : setting.instances;
      const endpoint = setting.endpoints ? endpointLimitOf(method, path) : undefined;
      const windows = [
        ...(own === null ? [] : [{ limit: own, recent: recentIn(instance, own, at) }]),
        ...(endpoint === undefined
          ? []
          : [
              {
                limit: endpoint.limit,
                recent: recentIn(`${instance} ${endpoint.name}`, endpoint.limit, at),
              },
            ]),
      ];
      const wait = Math.max(0, ...windows.map(({ limit, recent }) => fullFor(limit, recent, at)));
      if (wait === 0) {
        for (const { recent } of windows) recent.push(at);
        return { admitted: true };
      }
      refusals += 1;
      return { admitted: false, retryAfter: Math.max(1, Math.ceil(wait / 1000)) };
    },
  };
};
