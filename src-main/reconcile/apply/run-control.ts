import type { PushProgress } from '@shared/contract/status';
import type { Wave } from '@shared/domain/plan/waves';
import type { ReconcileContext } from '../service/reconcile-context';

/** Longest nap between two looks at whether the run was cancelled, ms. */
const nap = 250;

/** The reins of one run: where it stands, pause, resume, cancel. */
export interface RunControl {
  progress(): PushProgress;
  begin(label: string): void;
  end(): void;
  pause(): void;
  /** Lets on what is paused; past the border behind a wave only where the run is held at that one. */
  resume(wave?: number): void;
  cancel(): void;
  cancelled(): boolean;
  /** Waits while the run is paused. */
  gate(): Promise<void>;
  /** Says which wave is under way, from 0. */
  enter(wave: number): void;
  /** Waits at the border behind a wave until somebody resumes or cancels. */
  hold(): Promise<void>;
  /** Waits so long (ms), or until the run is cancelled. */
  wait(ms: number): Promise<void>;
}

/** What there is to do: all of it, and wave by wave where it goes in waves. */
export interface RunSize {
  readonly total: number;
  readonly waves: readonly (Pick<Wave, 'customers'> & { readonly steps: number })[];
}

/** Names of a wave's customers that progress tells. */
const named = 12;

export function createRunControl(
  { now, sleep }: Pick<ReconcileContext, 'now' | 'sleep'>,
  { total, waves: sizes }: RunSize,
  changed: () => void,
): RunControl {
  const waves = sizes.map(({ customers, steps }) => ({
    customers: customers.length,
    names: customers.slice(0, named).map(({ name }) => name),
    steps,
    done: 0,
  }));
  let at = 0;
  let held = false;
  let done = 0;
  let current = '';
  let paused = false;
  let cancelled = false;
  const waits = new Set<number>();
  let wake: () => void = () => undefined;
  let resumed: Promise<void> = Promise.resolve();
  const go = (): void => {
    paused = false;
    held = false;
    wake();
    changed();
  };
  const pause = (): void => {
    if (paused || cancelled) return;
    paused = true;
    resumed = new Promise((resolve) => {
      wake = resolve;
    });
    changed();
  };
  return {
    progress: () => ({
      done,
      total,
      current,
      paused,
      waitingUntil: Math.max(0, ...waits),
      wave: waves.length === 0 ? null : { at, held, waves: waves.map((wave) => ({ ...wave })) },
    }),
    begin: (label) => {
      current = label;
      changed();
    },
    end: () => {
      done += 1;
      const wave = waves[at];
      if (wave !== undefined) wave.done += 1;
      changed();
    },
    pause,
    resume: (wave) => {
      if (held ? wave === at : wave === undefined) go();
    },
    cancel: () => {
      cancelled = true;
      go();
    },
    cancelled: () => cancelled,
    gate: () => resumed,
    enter: (wave) => {
      at = wave;
      changed();
    },
    hold: () => {
      held = !cancelled;
      pause();
      return resumed;
    },
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
