import { t } from '../../language/t';
import { type BulkEndpoint, bulkEndpointOf } from '../bulk-endpoints';
import { type EndpointLimit, endpointLimitOf } from '../endpoint-limits';
import { callNamed, endpointOf } from '../endpoint-of';
import type { PlanStep, PlanTime } from '../plan/plan-step';

/** Below this a time is nobody's concern, ms. */
const worthSaying = 10_000;
const minute = 60_000;
const hour = 3_600_000;

type Timed = Pick<PlanStep, 'call' | 'verb'>;

/**
 * How long steps take at the pace of the narrowest limit, from the first to the last. Up to the limit itself calls go at once; of more it is
 * counted that each takes its share of the window, for what the service counted before nobody knows here. Pure.
 *
 * @param steps those that are sent; `call` is `METHOD path`.
 */
export function planTime(steps: readonly Timed[], requestsPer10s: number): PlanTime {
  const counted = new Map<string, { readonly limit: EndpointLimit; calls: number }>();
  let requests = 0;
  // What exists is read anew before it is written.
  for (const { verb } of steps) requests += verb === 'create' ? 0 : 1;
  for (const { call, endpoint, calls } of sentCalls(steps)) {
    requests += calls;
    const limit = endpointLimitOf(call, endpoint);
    if (limit === null) continue;
    const entry = counted.get(limit.key) ?? { limit, calls: 0 };
    entry.calls += calls;
    counted.set(limit.key, entry);
  }
  const says = t('the service takes {requestsPer10s, number} requests in 10 seconds', { requestsPer10s });
  const pool = { key: '', limit: requestsPer10s, windowMs: 10_000, says };
  let longest: PlanTime = { ms: 0, limit: '' };
  for (const { limit, calls } of [{ limit: pool, calls: requests }, ...counted.values()]) {
    const ms = calls <= limit.limit ? 0 : Math.ceil((calls * limit.windowMs) / limit.limit);
    if (ms > longest.ms) longest = { ms, limit: limit.says };
  }
  return longest;
}

/** Calls that change something: what goes together counts once. */
export const callCount = (steps: readonly Timed[]): number =>
  sentCalls(steps).reduce((sum, { calls }) => sum + calls, 0);

interface Sent {
  readonly call: { readonly method: string; readonly path: string };
  readonly endpoint: string;
  readonly calls: number;
}

/** The calls that steps come to: those that can go together count as full bulk calls. */
function sentCalls(steps: readonly Timed[]): readonly Sent[] {
  const alone: Sent[] = [];
  const together = new Map<string, { readonly one: Sent; readonly bulk: BulkEndpoint; count: number }>();
  for (const step of steps) {
    const call = callNamed(step.call);
    const one = { call, endpoint: endpointOf(call), calls: 1 };
    const bulk = bulkEndpointOf(call, one.endpoint);
    const known = bulk === null ? undefined : together.get(bulk.path);
    if (bulk === null) alone.push(one);
    else if (known === undefined) together.set(bulk.path, { one, bulk, count: 1 });
    else known.count += 1;
  }
  const gathered = [...together.values()].map(({ one, bulk, count }) =>
    count === 1 ? one : { call: bulk, endpoint: endpointOf(bulk), calls: Math.ceil(count / bulk.most) },
  );
  return [...alone, ...gathered];
}

/** `about 8 hours: the service takes 250 organization invitations an hour`; '' for a time that is not worth saying. */
export function timeText({ ms, limit }: PlanTime): string {
  return ms < worthSaying ? '' : t('about {time}: {limit}', { time: roundly(ms), limit });
}

function roundly(ms: number): string {
  if (ms < 1.5 * minute)
    return t('{count, plural, one {# second} other {# seconds}}', { count: Math.round(ms / 1_000) });
  if (ms < 0.95 * hour)
    return t('{count, plural, one {# minute} other {# minutes}}', { count: Math.round(ms / minute) });
  const hours = Math.round((2 * ms) / hour) / 2;
  return hours === 1 ? t('an hour') : t('{hours, plural, one {# hour} other {# hours}}', { hours });
}
