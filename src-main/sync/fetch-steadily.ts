import { assertNever } from '@shared/assert-never';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';

export interface Patience {
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 to 1: spreads the waits of many clients. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Longest wait that a sweep sits out, ms; beyond it the sweep ends, and tells until when. */
const longestWaitMs = 60_000;

/** How often a read is tried in all, by what went wrong. */
function mostAttempts(kind: RemoteFailure['kind']): number {
  switch (kind) {
    case 'offline':
      // A connection that the service closed while it was idle looks like this, once.
      return 2;
    case 'timeout':
      return 2;
    case 'server':
    case 'malformed':
      return 5;
    case 'rate-limited':
      return 20;
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'invalid':
    case 'conflict':
      return 1;
    default:
      return assertNever(kind);
  }
}

/** Repeats a read that failed for a reason that may pass, waiting longer each time: 0.2 s, 0.4 s, 0.8 s … or as told. */
export async function fetchSteadily<T>(
  read: () => Promise<RemoteResult<T>>,
  { sleep, random, signal }: Patience,
): Promise<RemoteResult<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await read();
    if (result.ok || signal.aborted || attempt >= mostAttempts(result.failure.kind)) return result;
    const { retryAfterMs } = result.failure;
    if (retryAfterMs > longestWaitMs) return result;
    await sleep(retryAfterMs > 0 ? retryAfterMs : 200 * 2 ** (attempt - 1) * (0.8 + 0.4 * random()));
  }
}
