import { createRandom } from '../database/random';

/** Added to every answer: a fixed part and a uniformly drawn one, in milliseconds. */
export type LatencySetting = { readonly fixedMs: number; readonly jitterMs: number; readonly seed: number };

/** Draws how long to hold an answer back. */
export interface Latency {
  readonly set: (setting: LatencySetting) => void;
  readonly current: () => LatencySetting;
  /** Milliseconds for the next call. */
  readonly draw: () => number;
  /** How many answers were held back since the start. */
  readonly held: () => number;
}

/** Makes a latency source that adds nothing until set. */
export const createLatency = (): Latency => {
  let setting: LatencySetting = { fixedMs: 0, jitterMs: 0, seed: 1 };
  let random = createRandom('latency/1');
  let held = 0;
  return {
    set: (next) => {
      setting = next;
      random = createRandom(`latency/${next.seed}`);
    },
    current: () => setting,
    draw: () => {
      const ms = setting.fixedMs + Math.floor(random.next() * setting.jitterMs);
      if (ms > 0) held += 1;
      return ms;
    },
    held: () => held,
  };
};
