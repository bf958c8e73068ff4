import type { Intent } from '../intent';
import type { PlanFacts } from '../rules/plan-facts';
import { rulesOf } from '../rules/rules-of';

/** What an intent does to its organization's seats and admins, as the service counts; null when nothing. */
export const seatChange = (facts: PlanFacts, intent: Intent) =>
  rulesOf(intent.entity).seats?.(facts, intent) ?? null;
