import { leftUndone } from '@main/store/left-undone';
import type { Sync } from '@main/sync/create-sync';

/**
 * Does some work after each complete sweep, one after the other. What it throws ends that turn only, and is logged.
 *
 * @returns ends watching, and waits for the work under way
 */
export function afterSweeps(
  sync: Pick<Sync, 'status' | 'subscribe'>,
  work: () => Promise<void>,
): () => Promise<void> {
  let seen = sync.status().freshness.asOf;
  let running: Promise<void> = Promise.resolve();
  const unwatch = sync.subscribe(() => {
    const { kind, asOf } = sync.status().freshness;
    if (kind !== 'synced' || asOf === seen) return;
    seen = asOf;
    running = running.then(work).catch(leftUndone('Work behind a sweep'));
  });
  return async () => {
    unwatch();
    await running;
  };
}
