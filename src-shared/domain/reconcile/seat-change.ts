import type { Intent } from '../intent';
import type { PlanFacts, SeatChange } from '../rules/plan-facts';
import { rulesOf } from '../rules/rules-of';

/** What an intent does to seats and admins of organizations, as the service counts. */
export const seatChanges = (facts: PlanFacts, intent: Intent): readonly SeatChange[] => {
  const changes = rulesOf(intent.entity).seats?.(facts, intent) ?? [];
  return 'organizationId' in changes ? [changes] : changes;
};
