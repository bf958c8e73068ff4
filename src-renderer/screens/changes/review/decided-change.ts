import type { Change } from '@renderer/fields/change';
import type { Decision, PlanStep } from '@shared/contract/plan';

/** What a conflict comes to by the admin's decision: from the service's value to the one that is sent. Pure. */
export function decidedChange(step: PlanStep, decision: Decision): Change | null {
  if (step.verb !== 'update') return null;
  switch (decision.choose) {
    case 'mine':
    case 'later':
      return { ...step, base: step.theirs };
    case 'other':
      return { ...step, base: step.theirs, mine: decision.value };
    case 'theirs':
      return { ...step, base: step.mine, mine: step.theirs };
  }
}
