import type { PlanFacts } from '../rules/plan-facts';
import type { DraftStep } from './draft-step';

const reason =
  'No colleague has approved it as it stands. Save its set as a signed file, and open what comes back approved.';

/**
 * Where only approved changes may be sent: the steps that would go, less those that no colleague has approved, which are
 * blocked. A conflict can still be decided for theirs. Pure.
 */
export function holdUnapproved(
  { unapproved }: Pick<PlanFacts, 'unapproved'>,
  steps: readonly DraftStep[],
): readonly DraftStep[] {
  if (unapproved === null) return steps;
  return steps.map((step) =>
    goes(step) && unapproved.has(step.intent.id) ? { ...step, verdict: 'blocked', reason } : step,
  );
}

const goes = ({ verdict }: DraftStep): boolean =>
  verdict === 'clean' || verdict === 'merged' || verdict === 'no-op';
