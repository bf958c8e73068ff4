import type { Plan, PlanStep } from '../../contract/plan';
import type { Intent, IntentAction } from '../intent';
import type { JsonValue } from '../json';
import { blastRadius } from './blast-radius';
import { type DraftStep, isSendable } from './draft-step';
import { draftSteps } from './draft-steps';
import type { PlanFacts } from './plan-facts';
import { whatLasts } from './undo-of';

/**
 * The plan: what will happen, in which order, to whom. Pure, so that the same facts give the same plan.
 *
 * @param callOf the API call of an intent, for reading.
 */
export function makePlan(
  facts: PlanFacts,
  callOf: (intent: Intent) => string,
): Omit<Plan, 'hash' | 'answers'> {
  const { steps, unread } = draftSteps(facts);
  const sent = steps.filter(isSendable).map(({ intent }) => intent);
  return {
    madeAt: facts.madeAt,
    steps: steps.map((step) => planStep(step, callOf)),
    blast: blastRadius(facts, sent),
    unread: [...unread],
  };
}

function planStep(draft: DraftStep, callOf: (intent: Intent) => string): PlanStep {
  const { intent, verdict, theirs, reason, dependsOn } = draft;
  const { id, entity, recordId, organizationId, label, action } = intent;
  return {
    intentId: id,
    entity,
    recordId,
    organizationId,
    label,
    verb: action.verb,
    field: action.verb === 'update' ? action.field : '',
    base: action.verb === 'create' ? null : action.base,
    mine: mineOf(action),
    theirs,
    verdict,
    reason,
    call: callOf(intent),
    irreversible: whatLasts(intent) !== '',
    lasting: whatLasts(intent),
    dependsOn: [...dependsOn],
  };
}

function mineOf(action: IntentAction): JsonValue {
  if (action.verb === 'create') return action.values;
  return action.verb === 'update' ? action.value : null;
}
