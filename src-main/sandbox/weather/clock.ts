/** How the clock stands; times are Unix milliseconds. */
export interface ClockView {
  readonly now: number;
  /** False while it shows the same moment until somebody moves it. */
  readonly running: boolean;
}

export interface ClockSetting {
  /** Where it stands from now on; as it is, otherwise. */
  readonly now?: number | undefined;
  /** Moves it on by so much, ms. */
  readonly advanceMs?: number | undefined;
  readonly running?: boolean | undefined;
}

/** The clock that everything on record goes by: times of records, ids, states that end. Waits, limits and lag go by the real one. */
export interface Clock {
  readonly now: () => number;
  readonly view: () => ClockView;
  readonly set: (setting: ClockSetting) => ClockView;
  /** Back to how it started. */
  readonly reset: () => void;
}

/** @param real Unix milliseconds as time goes by. @param start Where it stands still at first; it runs with the real one otherwise. */
export const createClock = (real: () => number, start?: number): Clock => {
  let base = 0;
  let since = 0;
  let running = true;
  const now = (): number => base + (running ? real() - since : 0);
  const reset = (): void => {
    running = start === undefined;
    since = real();
    base = start ?? since;
  };
  const view = (): ClockView => ({ now: now(), running });
  reset();
  return {
    now,
    view,
    set: ({ now: to = now(), advanceMs = 0, running: runs = running }) => {
      base = to + advanceMs;
      since = real();
      running = runs;
      return view();
    },
    reset,
  };
};
