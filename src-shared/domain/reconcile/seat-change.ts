import type { Intent } from '../intent';
import { changesSignIn, emptiesScope, isMembership } from '../rules/asks';
import { type PlanFacts, type SeatChange, serverOf } from '../rules/plan-facts';
import { rulesOf } from '../rules/rules-of';

/** What an intent does to seats and admins of organizations, as the service counts. */
export const seatChanges = (facts: PlanFacts, intent: Intent): readonly SeatChange[] => {
  const changes = rulesOf(intent.entity).seats?.(facts, intent) ?? [];
  return 'organizationId' in changes ? [changes] : changes;
};

/**
 * What all intents together do to seats and admins. A person who is deleted leaves each organization once, whatever else
 * is asked of their memberships; an organization that is deleted has no seats.
 */
export function seatChangesOfAll(facts: PlanFacts, intents: readonly Intent[]): readonly SeatChange[] {
  const ends = (intent: Intent): boolean =>
    intent.action.verb === 'delete' && (emptiesScope(intent) || changesSignIn(intent));
  const gone = new Set<string>(intents.filter(ends).map(({ recordId }) => recordId));
  return intents
    .filter((intent) => !isMembership(intent.entity) || !gone.has(memberOf(facts, intent)))
    .flatMap((intent) => seatChanges(facts, intent))
    .filter(({ organizationId }) => !gone.has(organizationId));
}

function memberOf(facts: PlanFacts, { recordId, action }: Intent): string {
  const given = action.verb === 'create' ? String(action.values.userId) : '';
  return serverOf(facts, 'membership', recordId)?.userId ?? given;
}
