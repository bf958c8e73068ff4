import fc from 'fast-check';
import { checkHistory } from '../support/histories/check-history';
import { histories } from '../support/histories/history-step';
import { figure } from './support/figure';

/** 50,000 histories of two admins and the service: no silent overwrite, no false conflict; the first broken one is told. */
export function run({ seed, size = 50_000 }: { readonly seed: number; readonly size?: number }) {
  const tally = { writes: 0, conflicts: 0, deletions: 0 };
  const details = fc.check(
    fc.property(histories, (steps) => checkHistory(steps, tally)),
    { numRuns: size, seed },
  );
  if (details.failed) process.stderr.write(`${fc.defaultReportMessage(details)}\n`);
  return {
    figures: [
      figure('histories that broke a promise', details.failed ? 1 : 0, 'histories', {
        most: 0,
        beside: { histories: details.numRuns, ...tally },
      }),
    ],
  };
}
