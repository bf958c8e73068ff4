import type {
  PoolBudget,
  PoolCopied,
  PoolCopyEntry,
  PoolCopyInfo,
  PoolCopyRun,
} from '@shared/contract/pool-copies';
import type { WorkspaceId } from '@shared/domain/ids';

type Took = Pick<PoolCopied, 'calls' | 'bytes'>;

export interface CopyRunParts {
  /** Copies one pool within what is left of the budget. */
  readonly copy: (
    applicationId: string,
    left: PoolBudget,
    tell: (took: Took) => void,
    signal: AbortSignal,
  ) => Promise<PoolCopied>;
  /** Hears of every step; `moved` where a pool began or ended, not where one only went on. */
  readonly tell: (run: PoolCopyRun, moved: boolean) => void;
  /** Stops the run: what is begun goes on the next time. */
  readonly signal: AbortSignal;
}

/** A run that has not begun. What lacks comes first, then what is oldest: so a budget brings all of them in by and by. */
export function newCopyRun(
  platform: WorkspaceId,
  applicationIds: readonly string[],
  copies: readonly PoolCopyInfo[],
  budget: PoolBudget,
): PoolCopyRun {
  const asOf = new Map(copies.map((copy) => [copy.applicationId, copy.asOf]));
  const order = [...new Set(applicationIds)].sort((a, b) => (asOf.get(a) ?? 0) - (asOf.get(b) ?? 0));
  return {
    platform,
    budget,
    spent: { calls: 0, bytes: 0 },
    entries: order.map((applicationId) => ({
      applicationId,
      state: 'waiting',
      calls: 0,
      bytes: 0,
      asOf: 0,
      people: null,
      failure: null,
    })),
    ended: null,
  };
}

/** The same run where it is to go on, or was cut off by the end of its process: what it took stays counted. */
export function cutOffRun(run: PoolCopyRun): PoolCopyRun {
  const entries = run.entries.map((entry) =>
    entry.state === 'copying' ? { ...entry, state: 'begun' as const } : entry,
  );
  return { ...run, entries, ended: run.ended ?? 'stopped' };
}

const isOpen = ({ state }: PoolCopyEntry): boolean => state === 'waiting' || state === 'begun';

/** What keeps every other pool from being copied as well. */
const endings: Readonly<Partial<Record<string, PoolCopyRun['ended']>>> = {
  offline: 'offline',
  'disk-full': 'disk',
  'disk-read-only': 'disk',
};

/** Copies pools one after the other, until all are done, the budget is spent, network or disk let none through, or somebody stops it. */
export async function runCopies(
  from: PoolCopyRun,
  { copy, tell, signal }: CopyRunParts,
): Promise<PoolCopyRun> {
  let run: PoolCopyRun = { ...from, ended: null };
  const put = (entry: PoolCopyEntry, took: Took, moved: boolean): void => {
    const entries = run.entries.map((one) => (one.applicationId === entry.applicationId ? entry : one));
    run = { ...run, entries, spent: took };
    tell(run, moved);
  };
  const end = (ended: PoolCopyRun['ended']): PoolCopyRun => {
    run = { ...run, ended };
    tell(run, true);
    return run;
  };
  for (const entry of from.entries.filter(isOpen)) {
    if (signal.aborted) return end('stopped');
    const left = leftOf(run);
    if (left.calls === 0) return end('calls');
    if (left.bytes === 0) return end('bytes');
    const spent = run.spent;
    const plus = ({ calls, bytes }: Took): Took => ({
      calls: spent.calls + calls,
      bytes: spent.bytes + bytes,
    });
    put({ ...entry, state: 'copying' }, spent, true);
    const going = (took: Took): void =>
      put(
        { ...entry, state: 'copying', calls: entry.calls + took.calls, bytes: entry.bytes + took.bytes },
        plus(took),
        false,
      );
    const copied = await copy(entry.applicationId, left, going, signal);
    const { cut, failure, calls, bytes, asOf, people } = copied;
    const state = cut !== null ? 'begun' : failure !== null ? 'failed' : 'copied';
    const vain = endings[failure?.code ?? ''] ?? null;
    put(
      {
        ...{
          applicationId: entry.applicationId,
          state: vain === null ? state : 'begun',
          failure,
          asOf,
          people,
        },
        calls: entry.calls + calls,
        bytes: entry.bytes + bytes,
      },
      plus(copied),
      true,
    );
    if (cut !== null) return end(cut);
    if (vain !== null) return end(vain);
  }
  return end('done');
}

function leftOf({ budget, spent }: PoolCopyRun): PoolBudget {
  const left = (most: number | null, took: number): number | null =>
    most === null ? null : Math.max(0, most - took);
  return { calls: left(budget.calls, spent.calls), bytes: left(budget.bytes, spent.bytes) };
}
