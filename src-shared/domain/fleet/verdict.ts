import { z } from 'zod';

/**
 * What a setting of an application is, measured by its baseline:
 * `same`; `differs`; `accepted` by an exception that holds; `expired`: accepted once, and drift again; `unlicensed`: other, and the
 * service said at the last write that it is not paid for; `missing-variable`: nobody can say what it should be;
 * `unknown`: nobody can say what it is, or whether a baseline is for it.
 */
export const Verdict = z.enum([
  'same',
  'differs',
  'accepted',
  'expired',
  'unlicensed',
  'missing-variable',
  'unknown',
]);
export type Verdict = z.infer<typeof Verdict>;

/** Verdicts that something is to be done about. */
export const isDrift = (verdict: Verdict): boolean => verdict === 'differs' || verdict === 'expired';

export const VerdictCounts = z.record(Verdict, z.number().int());
export type VerdictCounts = z.infer<typeof VerdictCounts>;

export const noVerdicts = (): VerdictCounts => ({
  same: 0,
  differs: 0,
  accepted: 0,
  expired: 0,
  unlicensed: 0,
  'missing-variable': 0,
  unknown: 0,
});

/** Adds counts up, in place. */
export function addVerdicts(to: VerdictCounts, counts: VerdictCounts): void {
  for (const verdict of Verdict.options) to[verdict] += counts[verdict];
}

/**
 * How much of what can be told is as it should be, 0 to 1: the same, or accepted. What is not paid for, cannot be read or lacks
 * a variable is apart. Null where nothing can be told.
 */
export function scoreOf({ same, accepted, differs, expired }: VerdictCounts): number | null {
  const told = same + accepted + differs + expired;
  return told === 0 ? null : (same + accepted) / told;
}
