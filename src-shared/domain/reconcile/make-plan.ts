import { withoutSecret } from '../config-field';
import type { EntityName } from '../entity';
import type { Intent, IntentAction } from '../intent';
import type { JsonValue } from '../json';
import type { FreshPlan, PlanStep } from '../plan/plan-step';
import { withoutSecrets } from '../records/secrets';
import type { PlanFacts } from '../rules/plan-facts';
import { blastRadius } from './blast-radius';
import { type DraftStep, isSendable } from './draft-step';
import { draftSteps } from './draft-steps';
import { planTime } from './plan-time';
import { planUnits } from './plan-units';
import { whatLasts } from './undo-of';

/**
 * The plan: what will happen, in which order, to whom. Pure, so that the same facts give the same plan.
 *
 * @param callOf the API call of an intent, for reading.
 * @param requestsPer10s that the service takes.
 */
export function makePlan(
  facts: PlanFacts,
  callOf: (intent: Intent) => string,
  requestsPer10s: number,
): FreshPlan {
  const { steps: drafts, unread } = draftSteps(facts);
  const sent = drafts.filter(isSendable).map(({ intent }) => intent);
  const steps = drafts.map((step) => planStep(step, callOf));
  return {
    madeAt: facts.madeAt,
    steps,
    blast: blastRadius(facts, sent),
    time: planTime(steps.filter(isSendable), requestsPer10s),
    requestsPer10s,
    units: planUnits(facts, drafts),
    unread: [...unread],
  };
}

function planStep(draft: DraftStep, callOf: (intent: Intent) => string): PlanStep {
  const { intent, verdict, theirs, reason, dependsOn } = draft;
  const { id, entity, recordId, organizationId, label, action } = intent;
  const lasting = whatLasts(intent);
  return {
    intentId: id,
    entity,
    recordId,
    organizationId,
    label,
    verb: action.verb,
    field: action.verb === 'update' ? action.field : action.verb === 'perform' ? action.operation : '',
    base: action.verb === 'create' ? null : action.base,
    mine: mineOf(entity, action),
    theirs,
    verdict,
    reason,
    call: callOf(intent),
    irreversible: lasting !== '',
    lasting,
    dependsOn: [...dependsOn],
  };
}

function mineOf(entity: EntityName, action: IntentAction): JsonValue {
  if ('values' in action) return withoutSecrets(entity, action.values);
  return action.verb === 'update' ? withoutSecret(action.field, action.value) : null;
}
