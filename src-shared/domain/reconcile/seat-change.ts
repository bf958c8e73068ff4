import type { Intent } from '../intent';
import { rulesOf } from '../rules/rules-of';
import type { PlanFacts } from './plan-facts';

/** What an intent does to its organization's seats and admins, as the service counts; null when nothing. */
export const seatChange = (facts: PlanFacts, intent: Intent) =>
  rulesOf(intent.entity).seats?.(facts, intent) ?? null;
