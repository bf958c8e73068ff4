/** Longest wait between two attempts that nobody asked for, ms. */
export const longestBackOff = 60_000;
/** Longest wait that a service is taken at its word for, ms: a longer one is asked for again. */
export const longestAsked = 3_600_000;

/** How long to wait, ms, after so many attempts that the service could not answer: half a second, doubling. */
export function backOff(attempts: number): number {
  return Math.min(longestBackOff, 500 * 2 ** Math.max(0, attempts - 1));
}
