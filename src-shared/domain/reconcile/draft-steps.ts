import type { FreshPlan } from '../plan/plan-step';
import type { PlanFacts } from '../rules/plan-facts';
import { slugMoves } from '../rules/slug-moves';
import { recordKey } from '../rules/staging-world';
import { blockSteps } from './block-steps';
import { type DraftStep, draftStep } from './draft-step';
import { holdUnapproved } from './hold-unapproved';
import { orderSteps } from './order-steps';
import { refuseByLimits } from './refuse-by-limits';

/** The steps of all planned intents in the order of sending, and those whose target could not be read. Pure. */
export function draftSteps(facts: PlanFacts): {
  readonly steps: readonly DraftStep[];
  readonly unread: Readonly<FreshPlan['unread']>;
} {
  const unread = facts.intents.flatMap(({ id, entity, recordId, organizationId }) => {
    const own = facts.unread.get(recordKey(entity, recordId));
    const failure = own ?? facts.unread.get(recordKey('organization', organizationId));
    return failure === undefined ? [] : [{ intentId: id, failure }];
  });
  const left = new Set(unread.map(({ intentId }) => intentId));
  const read = facts.intents.filter(({ id }) => !left.has(id));
  const moves = slugMoves({ ...facts, intents: read });
  const seen = orderSteps(facts, read, moves).map((intent) => draftStep(facts, intent, moves));
  return { steps: blockSteps(refuseByLimits(facts, holdUnapproved(facts, seen))), unread };
}
