import type { Activity } from '@shared/contract/activity';

/** What somebody hears of who looks elsewhere: numbers only, no name of a tenant lies on a locked screen. */
export type Notice =
  | ({ readonly kind: 'over' } & Pick<Activity, 'open' | 'conflict' | 'refused' | 'unknown'>)
  | { readonly kind: 'held'; readonly done: number; readonly total: number }
  | { readonly kind: 'conflicts'; readonly count: number };

/** What was seen last, the conflicts that are known, and since when a run is under way, ms. */
export interface Seen {
  readonly activity: Activity | null;
  /** While a run is under way those from before it. */
  readonly conflicts: number;
  readonly runSince: number | null;
}

export const nothingSeen: Seen = { activity: null, conflicts: 0, runSince: null };

/** The end of a run shorter than this is no news of its own: whoever began it waited for it, ms. */
export const longRunMs = 10_000;

/**
 * What the next activity of a workspace means for somebody who does not look at it. Pure.
 *
 * @param at ms, of a clock that nobody sets
 */
export function foldActivity(
  { activity: before, conflicts, runSince }: Seen,
  now: Activity,
  at: number,
): { readonly seen: Seen; readonly notice: Notice | null } {
  const since = now.push === null ? null : (runSince ?? at);
  const isFirst = before === null;
  const seen = {
    activity: now,
    conflicts: now.push === null || isFirst ? now.conflict : conflicts,
    runSince: since,
  };
  // What is so as a workspace opens is no news.
  if (isFirst) return { seen, notice: null };
  if (now.push?.held && !before.push?.held)
    return { seen, notice: { kind: 'held', done: now.push.done, total: now.push.total } };
  if (before.push !== null && now.push === null && runSince !== null && at - runSince >= longRunMs) {
    const { open, conflict, refused, unknown } = now;
    return { seen, notice: { kind: 'over', open, conflict, refused, unknown } };
  }
  // Those of a run are told of at its end, also of a short one: nobody waits for what auto-reconcile sends.
  if (now.push === null && now.conflict > conflicts)
    return { seen, notice: { kind: 'conflicts', count: now.conflict } };
  return { seen, notice: null };
}

/** How much of the run is done, 0 to 1; null while none is. */
export const progressOf = ({ push }: Activity): number | null =>
  push === null ? null : push.total === 0 ? 0 : push.done / push.total;
