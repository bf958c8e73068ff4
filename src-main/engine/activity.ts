import type { Activity } from '@shared/contract/activity';
import { isOpen } from '@shared/domain/intent';
import type { EngineParts } from './engine-parts';
import { type FeedSource, liveFeed } from './live-feed';

type Parts = Pick<EngineParts, 'store' | 'reconciler'>;

async function readActivity({ store, reconciler }: Parts): Promise<Activity> {
  const counts = { open: 0, conflict: 0, refused: 0, unknown: 0 };
  for (const { state, count } of await store.intentTally()) {
    if (isOpen({ state })) counts.open += count;
    if (state === 'conflict' || state === 'refused' || state === 'unknown') counts[state] += count;
  }
  const push = reconciler.progress();
  return { push: push && { done: push.done, total: push.total, held: push.wave?.held ?? false }, ...counts };
}

/** Tells what the engine does, now and at each change of it; the function returned ends that. */
export function watchActivity(parts: Parts, listener: (activity: Activity) => void): () => void {
  const source: FeedSource = {
    read: () => readActivity(parts),
    watch: (changed) => {
      const ends = [
        parts.reconciler.subscribe(changed),
        parts.store.subscribe(({ intents }) => {
          if (intents) changed();
        }),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
  return liveFeed(source, (value) => {
    if (value.ok) listener(value.value as Activity);
  });
}
