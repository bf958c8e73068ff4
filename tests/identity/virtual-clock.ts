/** A clock that moves only when nothing else is left to do. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
  setTimer(work: () => void, ms: number): () => void;
  /** Goes from timer to timer until none is left, or the time is reached. */
  run(until?: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Lets everything that waits for no timer go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createClock(start = 0): Clock {
  let time = start;
  let timers: Timer[] = [];
  const setTimer = (work: () => void, ms: number): (() => void) => {
    const timer = { at: time + ms, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  return {
    now: () => time,
    setTimer,
    sleep: (ms) =>
      new Promise((resolve) => {
        setTimer(resolve, ms);
      }),
    run: async (until = Number.POSITIVE_INFINITY) => {
      for (;;) {
        await settle();
        const next = timers.reduce<Timer | null>((a, b) => (a === null || b.at < a.at ? b : a), null);
        if (next === null || next.at > until) break;
        timers = timers.filter((timer) => timer !== next);
        time = Math.max(time, next.at);
        next.work();
      }
      if (Number.isFinite(until)) time = Math.max(time, until);
    },
  };
}
