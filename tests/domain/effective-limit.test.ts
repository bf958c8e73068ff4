import { effectiveLimit } from '@shared/domain/figures/effective-limit';
import { expect, it } from 'vitest';

it.each([
  // own, default, plan: what counts, and why
  [20, 25, null, 20, 'override'],
  [20, 25, 100, 20, 'override'],
  [0, 25, 100, 0, 'override'],
  [25, 25, 100, 100, 'plan'],
  [25, 25, 0, 0, 'plan'],
  [25, 25, null, 25, 'default'],
  [0, 0, null, 0, 'default'],
  [null, 25, 100, 100, 'plan'],
  [null, 25, null, 25, 'default'],
  // While the instance’s own is not known, nobody can say that a number was set here.
  [25, null, 100, 25, null],
  [null, null, 100, 100, 'plan'],
] as const)('own %s, default %s, plan %s: %s by %s', (own, byDefault, byPlan, limit, source) => {
  expect(effectiveLimit({ own, byDefault, byPlan })).toEqual({ limit, source });
});
