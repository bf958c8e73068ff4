/** Places for requests in a sliding window. */
export interface SendWindow {
  /** Takes a place (0), or says in how many ms one may be free; null: when a request that is under way has ended. */
  take(): number | null;
  /** Gives the place up; it counts for a window from now on, unless nothing was sent. */
  leave(sent: boolean): void;
  /** Requests under way. */
  active(): number;
  /** Resolves when a request has ended. */
  freed(): Promise<void>;
  /** Places that are free now. */
  left(): number;
  /** Nothing under way, and nothing that counts any more. */
  idle(): boolean;
}

export interface SendWindowOptions {
  /** Milliseconds by a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly limit: number;
  readonly windowMs: number;
}

/**
 * The service counts a request when it arrives, which lies somewhere between its start and its end here; counting it from
 * its start until a window after its end is therefore never too few.
 */
export function createSendWindow({ elapsed, limit, windowMs }: SendWindowOptions): SendWindow {
  let active = 0;
  let ended: number[] = [];
  let waiting: (() => void)[] = [];
  const forget = (time: number): void => {
    ended = ended.filter((end) => end > time - windowMs);
  };
  return {
    take: () => {
      const time = elapsed();
      forget(time);
      if (active + ended.length < limit) {
        active += 1;
        return 0;
      }
      const [oldest] = ended;
      return oldest === undefined ? null : oldest + windowMs - time;
    },
    leave: (sent) => {
      active -= 1;
      if (sent) ended.push(elapsed());
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    active: () => active,
    freed: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    left: () => {
      forget(elapsed());
      return Math.max(0, limit - active - ended.length);
    },
    idle: () => {
      forget(elapsed());
      return active === 0 && ended.length === 0;
    },
  };
}
