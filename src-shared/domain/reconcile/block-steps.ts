import type { DraftStep } from './draft-step';

/** Ordered steps, those that stand on one which does not go marked as blocked. Pure. */
export function blockSteps(ordered: readonly DraftStep[]): readonly DraftStep[] {
  const going = new Set<string>();
  return ordered.map((step) => {
    const missing = step.dependsOn.some((id) => !going.has(id));
    if (missing && step.verdict !== 'no-op')
      return { ...step, verdict: 'blocked', reason: 'What it stands on does not go in this run.' };
    if (step.verdict === 'clean' || step.verdict === 'merged') going.add(step.intent.id);
    return step;
  });
}
