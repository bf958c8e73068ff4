export interface RequestGateOptions {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** Requests in any window, as the service counts them. */
  readonly limit: number;
  readonly windowMs: number;
}

/** The one door to the service: everybody's requests pass here. */
export interface RequestGate {
  /** Runs the request when it may go; in the order of asking. */
  pass<T>(request: () => Promise<T>): Promise<T>;
  /** No request starts before this time, ms. */
  holdUntil(time: number): void;
  /** The time of `holdUntil` while it lies ahead, else 0. */
  throttledUntil(): number;
}

/**
 * Keeps within a limit of requests per sliding window. The service counts a request when it arrives, which lies somewhere
 * between its start and its end here; counting it from its start until a window after its end is therefore never too few.
 */
export function createRequestGate(options: RequestGateOptions): RequestGate {
  const { now, sleep, concurrency, limit, windowMs } = options;
  let active = 0;
  let heldUntil = 0;
  let ended: number[] = [];
  let entering: Promise<void> = Promise.resolve();
  let onRelease: () => void = () => undefined;

  const released = (): Promise<void> =>
    new Promise((resolve) => {
      onRelease = resolve;
    });

  async function enter(): Promise<void> {
    for (;;) {
      const time = now();
      ended = ended.filter((end) => end > time - windowMs);
      const [oldest] = ended;
      if (heldUntil > time) await sleep(heldUntil - time);
      else if (active >= concurrency) await released();
      else if (active + ended.length < limit) break;
      else if (oldest === undefined) await released();
      else await sleep(oldest + windowMs - time);
    }
    active += 1;
  }

  return {
    async pass(request) {
      const entered = entering.then(enter);
      entering = entered;
      await entered;
      try {
        return await request();
      } finally {
        active -= 1;
        ended.push(now());
        onRelease();
      }
    },
    holdUntil: (time) => {
      heldUntil = Math.max(heldUntil, time);
    },
    throttledUntil: () => (heldUntil > now() ? heldUntil : 0),
  };
}
