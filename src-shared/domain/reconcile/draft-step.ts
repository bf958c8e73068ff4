import type { Verdict } from '../../contract/plan';
import { type IntentId, isProvisional } from '../ids';
import type { Intent, IntentAction } from '../intent';
import type { JsonValue } from '../json';
import { classify } from './classify';
import { classifyCreation } from './classify-creation';
import { type PlanFacts, serverOf } from './plan-facts';

/** An intent with what is to become of it. */
export interface DraftStep {
  readonly intent: Intent;
  readonly verdict: Verdict;
  readonly theirs: JsonValue;
  readonly reason: string;
  readonly dependsOn: readonly IntentId[];
}

/** True for a step that would be sent without anybody deciding anything. */
export function isSendable({ verdict }: Pick<DraftStep, 'verdict'>): boolean {
  return verdict === 'clean' || verdict === 'merged';
}

/** The step of one intent, seen on its own. */
export function draftStep(facts: PlanFacts, intent: Intent): DraftStep {
  const { action, entity, recordId } = intent;
  const dependsOn = dependencies(facts, intent);
  if (intent.state === 'refused' && !facts.retryRefused) {
    const said = intent.outcome?.message ?? '';
    return { intent, dependsOn, verdict: 'refused', theirs: null, reason: `The service said: ${said}` };
  }
  if (action.verb === 'create')
    return { intent, dependsOn, ...classifyCreation(facts, intent, action.values) };
  if (isProvisional(recordId))
    return { intent, dependsOn, verdict: 'clean', theirs: baseOf(action), reason: '' };
  const step = { intent, dependsOn, ...classify(intent, serverOf(facts, entity, recordId)) };
  const foretold = facts.foretold?.get(intent.id);
  return foretold === undefined || !isSendable(step)
    ? step
    : { ...step, verdict: 'refused', reason: `The service would say: ${foretold}` };
}

const baseOf = (action: IntentAction): JsonValue => (action.verb === 'update' ? action.base : null);

/** Creations that must have been answered before this intent can be sent. */
function dependencies(
  { creations }: PlanFacts,
  { id, recordId, organizationId }: Intent,
): readonly IntentId[] {
  const needed = [recordId, organizationId].flatMap((named) => {
    const creation = creations.get(named);
    return creation === undefined || creation.id === id ? [] : [creation.id];
  });
  return [...new Set(needed)];
}
