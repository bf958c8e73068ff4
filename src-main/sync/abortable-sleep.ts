/** Runs `work` after `ms`; the function returned takes it back. */
export type SetTimer = (work: () => void, ms: number) => () => void;

/** A sleep that an abort ends early. */
export function abortableSleep(setTimer: SetTimer, signal: AbortSignal): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const cancel = setTimer(wake, ms);
      function wake(): void {
        signal.removeEventListener('abort', wake);
        cancel();
        resolve();
      }
      signal.addEventListener('abort', wake);
    });
}
