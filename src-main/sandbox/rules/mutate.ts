import type { Outcome } from '../kit/outcome';
import type { Effect, Scope } from '../kit/scope';

/**
 * Runs an operation in one transaction: committed when it succeeds, rolled back when it refuses or throws.
 *
 * Effects noted by the operation are recorded after the commit only.
 */
export const mutate = <T>(scope: Scope, run: (note: (effect: Effect) => void) => Outcome<T>): Outcome<T> => {
  const noted: Effect[] = [];
  scope.beforeWrite();
  scope.db.exec('BEGIN IMMEDIATE');
  let outcome: Outcome<T>;
  try {
    outcome = run((effect) => noted.push(effect));
    scope.db.exec(outcome.ok ? 'COMMIT' : 'ROLLBACK');
  } catch (error) {
    scope.db.exec('ROLLBACK');
    throw error;
  }
  if (outcome.ok) for (const effect of noted) scope.recordEffect(effect);
  return outcome;
};
