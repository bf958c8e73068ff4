import { type Result, success } from '@shared/contract/failure';
import type { BlastRadius, BlastRequest } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { blastRadius } from '@shared/domain/reconcile/blast-radius';
import { type DraftStep, isSendable } from '@shared/domain/reconcile/draft-step';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { resolveConflicts } from '../staging/resolve-conflicts';

/** Who gains or loses what if these steps go, conflicts as the admin decided them. Pure. */
export function blastOfRun(
  facts: PlanFacts,
  steps: readonly DraftStep[],
  { resolutions, intentIds }: Pick<BlastRequest, 'resolutions' | 'intentIds'>,
): Result<BlastRadius> {
  const chosen = new Set<string>(intentIds);
  const going = steps.filter(({ intent }) => chosen.has(intent.id));
  const resolved = resolveConflicts(facts, going, resolutions);
  if (!resolved.ok) return resolved;
  const { mine, other } = resolved.value;
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
