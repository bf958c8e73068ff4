import type { Plan, PlanStep } from '@shared/contract/plan';
import { jsonEqual } from '@shared/domain/json';
import { t } from '@shared/language/t';

const words: Readonly<Record<PlanStep['verdict'], string>> = {
  clean: t('clean'),
  merged: t('merged'),
  'no-op': t('already so'),
  conflict: t('in conflict'),
  refused: t('refused'),
  blocked: t('blocked'),
};

export interface PlanDifference {
  readonly step: PlanStep;
  /** `new in this plan`, `was clean`, `the service’s value changed again`, `gone from the plan`. */
  readonly text: string;
}

/** What a plan made again says otherwise than the one before. Pure. */
export function planDifference(before: Plan, after: Plan): readonly PlanDifference[] {
  const old = new Map(before.steps.map((step) => [step.intentId, step]));
  const ids = new Set(after.steps.map(({ intentId }) => intentId));
  const present = after.steps.flatMap((step): readonly PlanDifference[] => {
    const was = old.get(step.intentId);
    if (was === undefined) return [{ step, text: t('new in this plan') }];
    if (was.verdict !== step.verdict)
      return [{ step, text: t('was {verdict}', { verdict: words[was.verdict] }) }];
    if (!jsonEqual(was.theirs, step.theirs)) return [{ step, text: t('the service’s value changed again') }];
    return [];
  });
  const gone = before.steps
    .filter(({ intentId }) => !ids.has(intentId))
    .map((step) => ({ step, text: t('gone from the plan') }));
  return [...present, ...gone];
}
