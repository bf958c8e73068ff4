import type { StoredRecord } from '../records/record-map';
import { customerFaults } from '../rules/customer-limits';
import { type PlanFacts, serverOf } from '../rules/plan-facts';
import { recordKey } from '../rules/staging-world';
import { type DraftStep, isSendable } from './draft-step';

/**
 * Refuses what would take a customer beyond its plan as the plan book is now: it may say less than when the step was staged, or a
 * promotion may have ended since. The end state counts; where it does not fit, the later steps stay. Pure.
 */
export function refuseByPlans(facts: PlanFacts, ordered: readonly DraftStep[]): readonly DraftStep[] {
  const { limited = new Map() } = facts;
  if (limited.size === 0) return ordered;
  const records = new Map<string, StoredRecord>();
  const steps = ordered.flatMap((step, index) => (isSendable(step) ? [{ index, intent: step.intent }] : []));
  for (const { intent } of steps) {
    const { entity, recordId } = intent;
    const server = serverOf(facts, entity, recordId);
    const row = facts.rows.get(recordKey(entity, recordId));
    if (server && row) records.set(recordKey(entity, recordId), { ...row, ...server, server: {} });
  }
  const asked = steps.map(({ index, intent }) => ({ index, proposal: { opened: [intent] } }));
  const faults = customerFaults({ customers: limited, records }, asked);
  return ordered.map((step, index) => {
    const fault = faults.get(index);
    return fault === undefined
      ? step
      : { ...step, verdict: 'refused', reason: `${fault.message} ${fault.next}` };
  });
}
