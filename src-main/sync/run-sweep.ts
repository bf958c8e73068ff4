import type { Store } from '@main/store/store';
import { type EntityName, sweepOrder } from '@shared/domain/entity';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { failureOf } from './failure-of';
import type { Patience } from './fetch-steadily';
import { learnTotals, type TotalsContext } from './learn-totals';
import { walkCollection } from './walk-collection';
import { asMeta, metaKeys, readSweep, type SweepState } from './walk-state';

export interface SweepContext extends TotalsContext, Patience {
  readonly store: Store;
  readonly now: () => number;
  readonly onReached: () => void;
}

export type SweepOutcome =
  | { readonly kind: 'complete'; readonly completedAt: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: RemoteFailure; readonly entity: EntityName };

/** One sweep over all collections, in the order of their references; one that was broken off goes on. */
export async function runSweep(context: SweepContext): Promise<SweepOutcome> {
  const { store, now, progress, signal } = context;
  const last = await readSweep(store);
  const sweep: SweepState =
    last.startedAt > last.completedAt
      ? last
      : { ...last, number: last.number + 1, startedAt: Math.max(now(), last.completedAt + 1) };
  if (sweep !== last) {
    await store.write({ meta: { [metaKeys.sweep]: asMeta(sweep) } });
    for (const tracker of progress.values()) tracker.update({ phase: 'waiting', done: 0, failure: null });
  }
  if (sweep.completedAt === 0) void learnTotals(context);

  for (const entity of sweepOrder) {
    const tracker = progress.get(entity);
    if (tracker === undefined) throw new Error(`no progress of ${entity}`);
    const outcome = await walkCollection({
      ...context,
      entity,
      sweep: sweep.number,
      first: sweep.completedAt === 0,
      progress: tracker,
    });
    if (signal.aborted || outcome.kind === 'stopped') return { kind: 'stopped' };
    if (outcome.kind === 'failed') {
      tracker.update({ phase: 'failed', failure: failureOf(outcome.failure, entity) });
      return { ...outcome, entity };
    }
  }
  const completedAt = Math.max(now(), sweep.startedAt);
  await store.write({ meta: { [metaKeys.sweep]: asMeta({ ...sweep, completedAt }) } });
  return { kind: 'complete', completedAt };
}
