import type { Plan, PlanStep } from '../../contract/plan';
import type { Intent, IntentAction } from '../intent';
import type { JsonValue } from '../json';
import { recordKey } from '../staging/staging-world';
import { blastRadius } from './blast-radius';
import { blockSteps } from './block-steps';
import { type DraftStep, draftStep, isSendable } from './draft-step';
import { orderSteps } from './order-steps';
import type { PlanFacts } from './plan-facts';
import { refuseByLimits } from './refuse-by-limits';

/**
 * The plan: what will happen, in which order, to whom. Pure, so that the same facts give the same plan.
 *
 * @param callOf the API call of an intent, for reading.
 */
export function makePlan(facts: PlanFacts, callOf: (intent: Intent) => string): Omit<Plan, 'hash'> {
  const unread = facts.intents.flatMap((intent) => {
    const failure =
      facts.unread.get(recordKey(intent.entity, intent.recordId)) ??
      facts.unread.get(recordKey('organization', intent.organizationId));
    return failure === undefined ? [] : [{ intentId: intent.id, failure }];
  });
  const left = new Set(unread.map(({ intentId }) => intentId));
  const ordered = orderSteps(
    facts,
    facts.intents.filter(({ id }) => !left.has(id)),
  );
  const drafts = blockSteps(
    refuseByLimits(
      facts,
      ordered.map((intent) => draftStep(facts, intent)),
    ),
  );
  const sent = drafts.filter(isSendable).map(({ intent }) => intent);
  return {
    madeAt: facts.madeAt,
    steps: drafts.map((draft) => planStep(draft, callOf)),
    blast: blastRadius(facts, sent),
    unread,
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
    irreversible: isIrreversible(intent),
    dependsOn: [...dependsOn],
  };
}

function mineOf(action: IntentAction): JsonValue {
  if (action.verb === 'create') return action.values;
  return action.verb === 'update' ? action.value : null;
}

/** An email that was sent cannot be called back, and a deleted organization comes back empty. */
function isIrreversible({ entity, action }: Intent): boolean {
  return (
    (entity === 'invitation' && action.verb === 'create') ||
    (entity === 'organization' && action.verb === 'delete')
  );
}
