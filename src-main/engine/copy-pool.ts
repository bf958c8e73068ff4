import type { Failure, Result } from '@shared/contract/failure';
import type { PoolBudget, PoolCopied } from '@shared/contract/pool-copies';
import type { Engine } from './engine';
import { oneSweep } from './one-sweep';
import { peopleNotCopied } from './people-not-copied';

export interface CopyPoolParts {
  /** Calls that were made of the service, and what says that one more was not let out. */
  readonly meter: { calls(): number; readonly spent: AbortSignal };
  /** How large the copy is on disk, bytes; where that cannot be told, no budget can be kept. */
  readonly size: () => Promise<Result<number>>;
  /** What is left for this pool. */
  readonly budget: PoolBudget;
  /** Hears what it took up to now. */
  readonly tell: (took: Pick<PoolCopied, 'calls' | 'bytes'>) => void;
  /** Ends it; the next time it goes on there. */
  readonly signal?: AbortSignal;
}

/** Nothing was done yet. */
export const notCopied: PoolCopied = { calls: 0, bytes: 0, asOf: 0, people: null, cut: null, failure: null };

/**
 * One complete sweep of a pool, within a budget. What it may grow is looked at as it goes, so that it may be over by what was being written.
 * To be closed by who opened it.
 */
export async function copyPool(
  engine: Pick<Engine, 'call' | 'subscribe'>,
  { meter, size, budget, tell, signal }: CopyPoolParts,
): Promise<PoolCopied> {
  const before = await size();
  if (!before.ok) return { ...notCopied, failure: before.error };
  const full = new AbortController();
  let unsized: Failure | null = null;
  let seen = 0;
  const grown = async (): Promise<number> => {
    const now = await size();
    if (now.ok) {
      seen = Math.max(0, now.value - before.value);
    } else {
      unsized = now.error;
      full.abort();
    }
    // What it grew by up to now stays spent.
    return seen;
  };
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const bytes = await grown();
    tell({ calls: meter.calls(), bytes });
    if (budget.bytes !== null && bytes > budget.bytes) full.abort();
  };
  const swept = await oneSweep(
    engine,
    () => {
      looking ??= look().finally(() => {
        looking = null;
      });
    },
    AbortSignal.any([...(signal ? [signal] : []), meter.spent, full.signal]),
  );
  await looking;
  const cut = whatCut({ stopped: signal, calls: meter.spent, bytes: full.signal });
  const status = await engine.call('status', {});
  const people = await engine.call('page', { entity: 'user', limit: 1 });
  const lacking = swept.ok && status.ok ? peopleNotCopied(status.value) : null;
  const took = { calls: meter.calls(), bytes: await grown() };
  const failed = unsized ?? lacking;
  if (failed !== null) return { ...notCopied, ...took, failure: failed };
  return {
    ...took,
    asOf: status.ok ? status.value.freshness.asOf : 0,
    people: people.ok ? people.value.total : null,
    cut: swept.ok ? null : cut,
    failure: swept.ok || cut !== null ? null : swept.error,
  };
}

function whatCut(signals: {
  readonly stopped: AbortSignal | undefined;
  readonly calls: AbortSignal;
  readonly bytes: AbortSignal;
}): PoolCopied['cut'] {
  if (signals.stopped?.aborted) return 'stopped';
  if (signals.calls.aborted) return 'calls';
  return signals.bytes.aborted ? 'bytes' : null;
}
