import type { RemoteFailure, RemoteResult } from './remote-failure';

/**
 * The one policy of asking again. What is worth another try, how often, and how long is waited in between:
 *
 *     occasion   who asks                          first wait   then      tries
 *     sweep      a page or record, while syncing   0.2 s        doubling  by kind, below
 *     read       a record, before it is changed    0.5 s        doubling  by kind, below
 *     send       a change, in one run              0.5 s        doubling  12; then the next run
 *     probe      anything, while offline           1 s          doubling  without end
 *
 * A wait that the service asks for (`Retry-After`) counts instead. None is longer than a minute here: of a longer one who asked
 * is told, and a change keeps its time in its intent. A read that met a 429 is asked again where it was sent, a change never.
 */
type Occasion = 'sweep' | 'read';

/** Longest wait that anybody sits out, and between two tries that nobody asked for, ms. */
export const longestWaitMs = 60_000;
/** Longest wait that a service is taken at its word for, ms: a longer one is asked for again. */
export const longestAskedMs = 3_600_000;
/** When a 429 does not say how long to wait, ms. */
export const usualWaitMs = 1_000;
/** Tries of a read that meets 429s, where it is sent. */
export const mostLimitedReads = 6;
/** Tries of one change in one run. */
export const mostSends = 12;
/** How long a run of changes waits for what the service asks to wait, ms; unless told otherwise. */
export const patienceMs = 600_000;
/** How long reads may lag behind writes: a creation is looked for again after so long before it counts as not there, ms. */
export const lookUpWaitsMs = [0, 1_000, 3_000] as const;

/** A connection that the service closed while it was idle looks like `offline`, once. */
const tries: Readonly<Record<Occasion, Partial<Record<RemoteFailure['kind'], number>>>> = {
  sweep: { offline: 2, timeout: 2, server: 5, malformed: 5, 'rate-limited': 20 },
  read: { offline: 2, timeout: 3, server: 3, malformed: 3 },
};
const firstWaitMs: Readonly<Record<Occasion, number>> = { sweep: 200, read: 500 };

const doubling = (first: number, tried: number): number =>
  Math.min(longestWaitMs, first * 2 ** Math.max(0, tried - 1));

/** How long to wait before a change is sent again, ms, after so many tries that the service could not answer. */
export function sendWait(tried: number): number {
  return doubling(500, tried);
}

/** How long to wait before the network is tried again, ms, after so many tries in a row that met no answer. */
export function probeWait(tried: number): number {
  return doubling(1_000, tried);
}

export interface Asker {
  readonly sleep: (ms: number) => Promise<unknown>;
  /** 0 to 1: spreads the waits of many clients; none when missing. */
  readonly random?: () => number;
  /** Aborted: nobody waits for the answer any more. */
  readonly signal?: { readonly aborted: boolean };
}

/** Asks until there is an answer, or a failure that another try would not change. */
export async function askSteadily<T>(
  occasion: Occasion,
  ask: () => Promise<RemoteResult<T>>,
  { sleep, random = () => 0.5, signal }: Asker,
): Promise<RemoteResult<T>> {
  for (let tried = 1; ; tried += 1) {
    const result = await ask();
    if (result.ok || signal?.aborted) return result;
    const { kind, retryAfterMs } = result.failure;
    if (tried >= (tries[occasion][kind] ?? 1) || retryAfterMs > longestWaitMs) return result;
    await sleep(
      retryAfterMs > 0 ? retryAfterMs : doubling(firstWaitMs[occasion], tried) * (0.8 + 0.4 * random()),
    );
  }
}
