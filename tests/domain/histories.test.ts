import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkHistory } from '../support/histories/check-history';
import { histories } from '../support/histories/history-step';

it('two admins never overwrite each other silently, nor meet a conflict on disjoint fields', () => {
  const tally = { writes: 0, conflicts: 0, deletions: 0 };
  fc.assert(
    fc.property(histories, (steps) => checkHistory(steps, tally)),
    { numRuns: 500, seed: 4 },
  );
  expect(tally.writes).toBeGreaterThan(500);
  expect(tally.conflicts).toBeGreaterThan(100);
  expect(tally.deletions).toBeGreaterThan(20);
});
