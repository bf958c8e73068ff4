import { configPrefix } from '../config-field';
import type { Intent } from '../intent';
import type { BlastRadius } from '../plan/plan-step';
import { changesConfig } from '../rules/asks';
import type { PlanFacts } from '../rules/plan-facts';

/** The setting that shuts out whoever has no second factor. */
const secondFactorRequired = `${configPrefix}auth_multi_factor.required_for_sign_up`;

/** Whom the config changes of applications touch: everybody who signs in there, and who is shut out. Pure. */
export function policyReach({ reach }: PlanFacts, intents: readonly Intent[]): BlastRadius['policies'] {
  return intents.filter(changesConfig).flatMap(({ id, action, recordId, label }) => {
    if (action.verb !== 'update') return [];
    const counted = reach?.get(recordId);
    const shutsOut = action.field === secondFactorRequired && action.value === true;
    return [
      {
        intentId: id,
        applicationId: recordId,
        label,
        people: counted?.people ?? null,
        withoutSecondFactor: shutsOut ? (counted?.withoutSecondFactor ?? null) : null,
        demandsSecondFactor: shutsOut,
      },
    ];
  });
}
