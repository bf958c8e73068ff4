import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { FindingDay, FindingOutcome, mostHits } from '@shared/contract/findings';
import { Hit } from '@shared/domain/findings/finding';
import type { JsonValue } from '@shared/domain/json';
import { dayOf } from '@shared/domain/utc-day';
import { Spoken } from '@shared/language/language';
import { z } from 'zod';

/** Where outcomes and their trend are kept in the store, encrypted as all of it is. */
export const findingsKey = 'findings';
export const hitsKey = (check: string): string => `findings/hits/${check}`;

/** Days that the trend goes back. */
const mostDays = 366;

export const KeptFindings = z.object({
  triedAt: z.number(),
  /** When acceptances were counted last, ms: those that have run out since are not. */
  countedAt: z.number(),
  outcomes: z.array(FindingOutcome),
  trend: z.array(FindingDay),
  /** What the look told its words in: whoever opens the workspace speaking another one is told anew. */
  spoken: Spoken.default('en'),
});
export type KeptFindings = z.infer<typeof KeptFindings>;

const none: KeptFindings = { triedAt: 0, countedAt: 0, outcomes: [], trend: [], spoken: 'en' };
const Hits = z.array(Hit);

type Readable = Pick<Store, 'meta' | 'subscribe'>;

export const readKept = (store: Readable): Promise<KeptFindings> =>
  decodedMeta(store, findingsKey, (value) => KeptFindings.parse(value ?? none));

export const readHits = async (store: Readable, check: string): Promise<readonly Hit[]> =>
  Hits.parse((await store.meta(hitsKey(check))) ?? []);

/** Small values of the store that hold a look, and the first hits of the checks that were tried; without any they are taken away. */
export function keptMeta(
  kept: KeptFindings,
  hits: ReadonlyMap<string, readonly Hit[]>,
): Record<string, JsonValue> {
  const own = [...hits].map(([check, all]) => {
    return [hitsKey(check), all.length === 0 ? null : (all.slice(0, mostHits) as JsonValue)] as const;
  });
  return { [findingsKey]: kept as JsonValue, ...Object.fromEntries(own) };
}

/** The trend with what stands open now: one entry a day, the last of it. */
export function withToday(
  trend: readonly FindingDay[],
  outcomes: readonly FindingOutcome[],
  at: number,
): FindingDay[] {
  const open: FindingDay['open'] = { critical: 0, warning: 0, advice: 0 };
  for (const { check, total, accepted } of outcomes) open[check.severity] += total - accepted;
  const sameDay = (each: FindingDay): boolean => dayOf(each.at) === dayOf(at);
  return [...trend.filter((each) => !sameDay(each)), { at, open }].slice(-mostDays);
}
