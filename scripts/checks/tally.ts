import { stripVTControlCharacters } from 'node:util';

/** What one runner counted. A type check, the lint and a build count as one check each. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What failed, each with its file and the first line of why: told once more below all, where a log that was cut still has it. */
  readonly failures?: readonly string[];
}

/** The tally of a check that is one thing only. */
export function single(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** One failure in a line: where, which, and the first line of why, without the colours of a terminal. */
export function failureLine(where: string, name: string, why: string | undefined): string {
  const first = stripVTControlCharacters(why ?? '').split('\n', 1)[0];
  return `${where} › ${name}${first ? `: ${first.slice(0, 300)}` : ''}`;
}
