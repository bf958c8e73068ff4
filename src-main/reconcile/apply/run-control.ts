import type { PushProgress } from '@shared/contract/status';
import type { ReconcileContext } from '../service/reconcile-context';

/** Longest nap between two looks at whether the run was cancelled, ms. */
const nap = 250;

/** The reins of one run: where it stands, pause, resume, cancel. */
export interface RunControl {
  progress(): PushProgress;
  begin(label: string): void;
  end(): void;
  pause(): void;
  resume(): void;
  cancel(): void;
  cancelled(): boolean;
  /** Waits while the run is paused. */
  gate(): Promise<void>;
  /** Waits so long (ms), or until the run is cancelled. */
  wait(ms: number): Promise<void>;
}

export function createRunControl(
  { now, sleep }: Pick<ReconcileContext, 'now' | 'sleep'>,
  total: number,
  changed: () => void,
): RunControl {
  let done = 0;
  let current = '';
  let paused = false;
  let cancelled = false;
  const waits = new Set<number>();
  let wake: () => void = () => undefined;
  let resumed: Promise<void> = Promise.resolve();
  const resume = (): void => {
    paused = false;
    wake();
    changed();
  };
  return {
    progress: () => ({ done, total, current, paused, waitingUntil: Math.max(0, ...waits) }),
    begin: (label) => {
      current = label;
      changed();
    },
    end: () => {
      done += 1;
      changed();
    },
    pause: () => {
      if (paused || cancelled) return;
      paused = true;
      resumed = new Promise((resolve) => {
        wake = resolve;
      });
      changed();
    },
    resume,
    cancel: () => {
      cancelled = true;
      resume();
    },
    cancelled: () => cancelled,
    gate: () => resumed,
    wait: async (ms) => {
      if (ms <= 0) return;
      const until = now() + ms;
      waits.add(until);
      changed();
      // Counted by the naps themselves: a clock that is set meanwhile neither shortens nor lengthens the wait.
      for (let left = ms; left > 0 && !cancelled; left -= nap) await sleep(Math.min(left, nap));
      waits.delete(until);
      changed();
    },
  };
}
