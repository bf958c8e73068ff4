import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds, without keeping a process alive that has nothing else to do. */
export const pause = (ms: number): Promise<void> => setTimeout(ms, undefined, { ref: false });
