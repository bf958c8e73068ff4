import type { EntityName } from '@shared/domain/entity';
import type { ProgressTracker } from './collection-progress';
import type { PullPort } from './identity-port';

export interface TotalsContext {
  readonly port: PullPort;
  readonly progress: ReadonlyMap<EntityName, ProgressTracker>;
  readonly signal: AbortSignal;
}

/** Asks how many records there are before the first walk gets there, so that progress is honest from its first second. */
export async function learnTotals({ port, progress, signal }: TotalsContext): Promise<void> {
  await Promise.all(
    [...progress].map(async ([entity, tracker]) => {
      if (tracker.view().total > 0) return;
      const page = await port.fetchPage(entity, { offset: 0, limit: 1 }, signal);
      if (page.ok && tracker.view().total === 0) tracker.update({ total: page.value.total });
    }),
  );
}
