import { type Result, success } from '@shared/contract/failure';
import type { BlastRadius, BlastRequest } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { blastRadius } from '@shared/domain/reconcile/blast-radius';
import { type DraftStep, isSendable } from '@shared/domain/reconcile/draft-step';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { decideSteps } from './decide-steps';

/** Who gains or loses what if these steps go, conflicts as the admin decided them. Pure. */
export function blastOfRun(
  facts: PlanFacts,
  steps: readonly DraftStep[],
  { resolutions, intentIds }: Pick<BlastRequest, 'resolutions' | 'intentIds'>,
): Result<BlastRadius> {
  const chosen = new Set<string>(intentIds);
  const isChosen = ({ intent }: DraftStep): boolean => chosen.has(intent.id);
  const judged = decideSteps(facts, steps, isChosen, resolutions);
  if (!judged.ok) return judged;
  const { mine, other } = judged.value.answers;
  const own = new Set(mine.map(({ id }) => id));
  const going = judged.value.steps.filter((step) => isChosen(step) && !own.has(step.intent.id));
  return success(
    blastRadius(facts, [
      ...going.filter(isSendable).map(({ intent }) => intent),
      ...mine,
      ...other.map(({ intent, value }) => withValue(intent, value)),
    ]),
  );
}

function withValue(intent: Intent, value: JsonValue): Intent {
  const { action } = intent;
  return action.verb === 'update' ? { ...intent, action: { ...action, value } } : intent;
}
