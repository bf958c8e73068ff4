import { type Result, success } from '@shared/contract/failure';
import type { Resolution } from '@shared/contract/plan';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { draftSteps } from '@shared/domain/reconcile/draft-steps';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { type Resolved, resolveConflicts } from '../staging/resolve-conflicts';

/** A plan's steps with the admin's answers to their conflicts. */
interface Decided {
  /** All of them, judged by the answers: what waited for a conflict that is decided for mine goes with it. */
  readonly steps: readonly DraftStep[];
  readonly answers: Resolved;
}

/** Takes answers to conflicts, as far as those were chosen. Pure. */
export function decideSteps(
  facts: PlanFacts,
  steps: readonly DraftStep[],
  isChosen: (step: DraftStep) => boolean,
  resolutions: Readonly<Record<string, Resolution>>,
): Result<Decided> {
  const resolved = resolveConflicts(facts, steps.filter(isChosen), resolutions);
  if (!resolved.ok) return resolved;
  const answers = resolved.value;
  if (answers.mine.length === 0) return success({ steps, answers });
  const decided = new Set(answers.mine.map(({ id }) => id));
  return success({ steps: draftSteps({ ...facts, decided }).steps, answers });
}
