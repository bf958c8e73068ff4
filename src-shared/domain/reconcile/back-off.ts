/** Longest wait between two attempts, ms. */
const longest = 60_000;

/** How long to wait, ms, after so many attempts that the service could not answer: half a second, doubling. */
export function backOff(attempts: number): number {
  return Math.min(longest, 500 * 2 ** Math.max(0, attempts - 1));
}
