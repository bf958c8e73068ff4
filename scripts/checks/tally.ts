/** What one runner counted. A type check, the lint and a build count as one check each. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The tally of a check that is one thing only. */
export function single(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
