import type { Scope } from '../kit/scope';

/** The next `updated_at` of a record: now, and always later than before. */
export const bumped = (scope: Scope, previous: number): number => Math.max(scope.now(), previous + 1);
