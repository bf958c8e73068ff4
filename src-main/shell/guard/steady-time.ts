/**
 * The latest time (ms) that the clock of a machine can be at, as far as this process saw it: it never goes back with a clock that is set back,
 * and goes on as time passes. `clock` in ms since 1970, `passed` in ms since any moment.
 */
export function createSteadyTime(clock: () => number, passed: () => number): () => number {
  let [latest, at] = [clock(), passed()];
  return () => {
    const now = passed();
    latest = Math.max(clock(), latest + now - at);
    at = now;
    return latest;
  };
}
