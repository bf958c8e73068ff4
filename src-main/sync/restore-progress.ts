import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { ProgressTracker } from './collection-progress';
import { readSweep, readWalk } from './walk-state';

/** Shows again, after a restart, what earlier walks came to; returns the end of the last complete sweep, 0 if none. */
export async function restoreProgress(
  store: Store,
  progress: ReadonlyMap<EntityName, ProgressTracker>,
): Promise<number> {
  const sweep = await readSweep(store);
  for (const [entity, tracker] of progress) {
    const walk = await readWalk(store, entity);
    if (walk === null) continue;
    const { total, tookMs, completedAt, changed, deleted, failure, unread, unreadCount, uncounted } = walk;
    const finished = walk.phase === 'done' && walk.sweep === sweep.number;
    tracker.update({
      phase: failure !== null ? 'failed' : finished ? 'done' : 'waiting',
      done: finished ? total : walk.cursor.offset,
      total,
      tookMs,
      completedAt,
      changed,
      deleted,
      failure,
      unread,
      unreadCount,
      uncounted,
    });
  }
  return sweep.completedAt;
}
