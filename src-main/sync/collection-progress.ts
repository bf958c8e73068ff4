import type { CollectionProgress } from '@shared/contract/status';
import type { EntityName } from '@shared/domain/entity';

/** Time over which the rate is taken, ms. */
const rateWindowMs = 5_000;

type Standing = Omit<CollectionProgress, 'entity' | 'rate' | 'secondsLeft'>;

export interface ProgressTracker {
  update(change: Partial<Standing>): void;
  view(): CollectionProgress;
}

/** Follows the walk over one collection; `done` and its time give the rate. `elapsed`: ms by a clock that nobody sets. */
export function createProgress(
  entity: EntityName,
  elapsed: () => number,
  onChange: () => void,
): ProgressTracker {
  let standing: Standing = {
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
  };
  let samples: { readonly at: number; readonly done: number }[] = [];

  function rate(): number {
    const first = samples[0];
    if (first === undefined || standing.phase !== 'pulling') return 0;
    const seconds = (elapsed() - first.at) / 1_000;
    return seconds > 0 ? Math.max(0, standing.done - first.done) / seconds : 0;
  }

  return {
    update: (change) => {
      const restarted = change.done !== undefined && change.done < standing.done;
      if (change.phase === 'waiting' || restarted) samples = [];
      standing = { ...standing, ...change };
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
      const left = Math.max(0, standing.total - standing.done);
      const known = standing.phase === 'pulling' && speed > 0 && standing.total > 0;
      return { entity, ...standing, rate: speed, secondsLeft: known ? left / speed : null };
    },
  };
}
