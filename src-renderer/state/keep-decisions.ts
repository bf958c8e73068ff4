import type { Plan } from '@shared/contract/plan';
import { jsonEqual } from '@shared/domain/json';
import type { Decision } from './use-review';

/** Decisions that still answer the same question in a new plan: same base, mine and theirs. Pure. */
export function keepDecisions(
  decisions: Readonly<Record<string, Decision>>,
  before: Plan | null,
  after: Plan,
): Readonly<Record<string, Decision>> {
  const asked = new Map(before?.steps.map((step) => [step.intentId as string, step]));
  const kept = after.steps.flatMap((step) => {
    const decision = decisions[step.intentId];
    const same = asked.get(step.intentId);
    if (decision === undefined || same === undefined || step.verdict !== 'conflict') return [];
    const unchanged = jsonEqual(same.theirs, step.theirs) && jsonEqual(same.mine, step.mine);
    return unchanged ? [[step.intentId as string, decision] as const] : [];
  });
  return Object.fromEntries(kept);
}
