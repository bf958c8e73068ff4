/** Counts calls of a service, and lets no more of them out than were agreed. */
export interface Meter {
  /** `fetch`, counted. A call too many is not sent, and fails as without a network. */
  through(send: typeof fetch): typeof fetch;
  calls(): number;
  /** Aborted by the first call too many. */
  readonly spent: AbortSignal;
}

/** @param most how many may be made in all; null: as many as there are */
export function createMeter(most: () => number | null): Meter {
  const spent = new AbortController();
  let calls = 0;
  return {
    through:
      (send) =>
      async (...call) => {
        const limit = most();
        if (limit !== null && calls >= limit) {
          spent.abort();
          throw new TypeError('the budget of calls is spent');
        }
        calls += 1;
        return send(...call);
      },
    calls: () => calls,
    spent: spent.signal,
  };
}
