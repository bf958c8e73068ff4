import type { CollectionProgress } from '@shared/contract/status';
import type { EntityName } from '@shared/domain/entity';

/** Time over which the rate is taken, ms. */
const rateWindowMs = 5_000;

type CollectionState = Omit<CollectionProgress, 'entity' | 'rate' | 'secondsLeft'>;

export interface ProgressTracker {
  update(change: Partial<CollectionState>): void;
  view(): CollectionProgress;
}

/** Follows the walk over one collection; `done` and its time give the rate. `elapsed`: ms by a clock that nobody sets. */
export function createProgress(
  entity: EntityName,
  elapsed: () => number,
  onChange: () => void,
): ProgressTracker {
  let state: CollectionState = {
    phase: 'waiting',
    done: 0,
    total: 0,
    tookMs: 0,
    completedAt: 0,
    changed: 0,
    deleted: 0,
    failure: null,
    unread: [],
    unreadCount: 0,
    uncounted: 0,
  };
  let samples: { readonly at: number; readonly done: number }[] = [];

  function rate(): number {
    const first = samples[0];
    if (first === undefined || state.phase !== 'pulling') return 0;
    const seconds = (elapsed() - first.at) / 1_000;
    return seconds > 0 ? Math.max(0, state.done - first.done) / seconds : 0;
  }

  return {
    update: (change) => {
      const restarted = change.done !== undefined && change.done < state.done;
      if (change.phase === 'waiting' || restarted) samples = [];
      state = { ...state, ...change };
      if (change.done !== undefined) {
        const time = elapsed();
        // One sample older than the window stays, so that a slow walk has a rate at all.
        const old = samples.findLastIndex(({ at }) => at < time - rateWindowMs);
        samples = [...samples.slice(Math.max(0, old)), { at: time, done: change.done }];
      }
      onChange();
    },
    view: () => {
      const speed = rate();
      const left = Math.max(0, state.total - state.done);
      const known = state.phase === 'pulling' && speed > 0 && state.total > 0;
      return { entity, ...state, rate: speed, secondsLeft: known ? left / speed : null };
    },
  };
}
