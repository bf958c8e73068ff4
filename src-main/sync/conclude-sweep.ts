import { asStoreFailure } from '@main/store/as-store-failure';
import { assertNever } from '@shared/assert-never';
import type { Failure } from '@shared/contract/failure';
import { troubleOf } from '@shared/domain/network-trouble';
import { probeWait } from '@shared/domain/retry-policy';
import { t } from '@shared/language/t';
import { failureOf } from './failure-of';
import type { SweepOutcome } from './run-sweep';
import type { SyncState } from './sync-state';

/** How a run ended; `broken`: something was thrown, the disk's doing or a bug. */
export type RunOutcome = SweepOutcome | { readonly kind: 'broken'; readonly error: unknown };

export interface Conclusion {
  readonly syncState: SyncState;
  /** When to try again by oneself, ms from now; null waits for somebody to ask. */
  readonly againIn: number | null;
}

export interface RunFacts {
  /** Before the run ended. */
  readonly syncState: SyncState;
  /** Tries that met no answer, in a row, before this one. */
  readonly probes: number;
  readonly now: number;
  readonly pollMs: number;
}

/** What the end of a run means for what comes next. Pure. */
export function concludeSweep(outcome: RunOutcome, facts: RunFacts): Conclusion {
  const { syncState, probes, now, pollMs } = facts;
  switch (outcome.kind) {
    case 'complete':
      return { syncState: { kind: 'idle' }, againIn: pollMs };
    case 'stopped':
      return { syncState: { kind: 'idle' }, againIn: null };
    case 'broken':
      // A full disk does not get emptier by writing to it: this waits for the admin.
      return { syncState: { kind: 'failed', since: now, failure: brokenBy(outcome.error) }, againIn: null };
    case 'failed':
      break;
    default:
      return assertNever(outcome);
  }
  const { failure, entity } = outcome;
  if (failure.kind === 'offline' || failure.kind === 'timeout') {
    const since = syncState.kind === 'offline' ? syncState.since : now;
    return {
      syncState: {
        kind: 'offline',
        since,
        by: 'network',
        ...((troubleOf(failure.code) ?? failure.next) && { failure: failureOf(failure, entity) }),
      },
      againIn: probeWait(probes + 1),
    };
  }
  if (failure.kind === 'unauthorized')
    return { syncState: { kind: 'key-refused', since: now }, againIn: null };
  return { syncState: { kind: 'failed', since: now, failure: failureOf(failure, entity) }, againIn: pollMs };
}

function brokenBy(error: unknown): Failure {
  const failure = asStoreFailure(error);
  if (failure !== null) return failure;
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: t('Sync stopped by a fault of Tenantry: {message}. What was copied before is kept.', {
      message,
    }),
    next: t('Sync again; if it comes back, restart Tenantry and send the log from Settings.'),
  };
}
