export interface RequestGateOptions {
  /** Milliseconds by a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** Requests in any window, as the service counts them. */
  readonly limit: number;
  readonly windowMs: number;
  /** Called when an endpoint is held. */
  readonly onHold?: () => void;
}

/** An endpoint that no request goes to for so long. */
export interface Hold {
  readonly endpoint: string;
  readonly leftMs: number;
}

/** The one door to the service: everybody's requests pass here. */
export interface RequestGate {
  /**
   * Runs the request when it may go; in the order of asking, but for endpoints that are held. Where the hold is longer than
   * anybody waits, it is not run: `held` says how long it still is.
   */
  pass<T>(
    endpoint: string,
    request: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<{ readonly value: T } | { readonly held: number }>;
  /** No request to this endpoint starts for so long, ms; others go on. */
  hold(endpoint: string, ms: number): void;
  holds(): readonly Hold[];
}

/** Longest wait at this door, ms; whoever asked is told of longer ones. */
export const longestWaitMs = 60_000;
/** What a service asks for beyond this is believed no longer, ms. */
const longestHoldMs = 3_600_000;

/** Resolves once the signal is aborted; never without one. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

/**
 * Keeps within a limit of requests per sliding window. The service counts a request when it arrives, which lies somewhere
 * between its start and its end here; counting it from its start until a window after its end is therefore never too few.
 */
export function createRequestGate(options: RequestGateOptions): RequestGate {
  const { elapsed, sleep, concurrency, limit, windowMs, onHold = () => undefined } = options;
  const heldUntil = new Map<string, number>();
  let active = 0;
  let ended: number[] = [];
  let entering: Promise<void> = Promise.resolve();
  let onRelease: () => void = () => undefined;

  const released = (): Promise<void> =>
    new Promise((resolve) => {
      onRelease = resolve;
    });
  const leftOf = (endpoint: string): number => Math.max(0, (heldUntil.get(endpoint) ?? 0) - elapsed());

  async function enter(): Promise<void> {
    for (;;) {
      const time = elapsed();
      ended = ended.filter((end) => end > time - windowMs);
      const [oldest] = ended;
      if (active >= concurrency) await released();
      else if (active + ended.length < limit) break;
      else if (oldest === undefined) await released();
      else await sleep(oldest + windowMs - time);
    }
    active += 1;
  }

  function leave(): void {
    active -= 1;
    onRelease();
  }

  return {
    async pass(endpoint, request, signal) {
      for (;;) {
        const left = leftOf(endpoint);
        if (left > longestWaitMs || (left > 0 && signal?.aborted)) return { held: left };
        if (left > 0) {
          await Promise.race([sleep(left), aborted(signal)]);
          continue;
        }
        const entered = entering.then(enter);
        entering = entered;
        await entered;
        if (leftOf(endpoint) === 0) break;
        // Held while it stood in line: the place is another's.
        leave();
      }
      try {
        return { value: await request() };
      } finally {
        ended.push(elapsed());
        leave();
      }
    },
    hold: (endpoint, ms) => {
      const until = elapsed() + Math.min(ms, longestHoldMs);
      heldUntil.set(endpoint, Math.max(heldUntil.get(endpoint) ?? 0, until));
      onHold();
    },
    holds: () =>
      [...heldUntil.keys()]
        .map((endpoint) => ({ endpoint, leftMs: leftOf(endpoint) }))
        .filter(({ leftMs }) => leftMs > 0),
  };
}
