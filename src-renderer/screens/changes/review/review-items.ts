import { runOf } from '@renderer/state/run-of';
import type { Failure } from '@shared/contract/failure';
import type { Plan, PlanStep } from '@shared/contract/plan';
import { gathered } from '@shared/gather';

export type SectionName = 'decide' | 'waits' | 'held' | 'send' | 'already';

/** A line of the list under review: a heading, a step, or a target that could not be read. */
export type ReviewItem =
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly name: SectionName;
      readonly steps: readonly PlanStep[];
      readonly unread: number;
    }
  /** `number`: its place in the order of sending; 0 for steps that are not sent. */
  | { readonly kind: 'step'; readonly id: string; readonly step: PlanStep; readonly number: number }
  | { readonly kind: 'unread'; readonly id: string; readonly failure: Failure };

const sections: readonly SectionName[] = ['decide', 'waits', 'held', 'send', 'already'];

const byVerdict: Readonly<Record<PlanStep['verdict'], SectionName>> = {
  conflict: 'decide',
  blocked: 'held',
  refused: 'held',
  clean: 'send',
  merged: 'send',
  'no-op': 'already',
};

/** The section of a step. What would go were all conflicts decided for mine waits for that. */
function sectionIn({ steps }: Pick<Plan, 'steps'>): (step: PlanStep) => SectionName {
  const conflicts = steps.filter(({ verdict }) => verdict === 'conflict');
  const mine = Object.fromEntries(conflicts.map(({ intentId }) => [intentId, { choose: 'mine' } as const]));
  const ifMine = new Set<string>(runOf({ steps }, mine, new Set()).going);
  return ({ intentId, verdict }) =>
    verdict === 'blocked' && ifMine.has(intentId) ? 'waits' : byVerdict[verdict];
}

/** The steps of a plan: first what must be decided, what waits for that, and what cannot go, then what is sent, in that order. Pure. */
export function reviewItems({ steps, unread }: Plan): readonly ReviewItem[] {
  const bySection = gathered(steps, sectionIn({ steps }));
  const numbers = new Map(bySection.get('send')?.map(({ intentId }, index) => [intentId, index + 1]));
  return sections.flatMap((name): readonly ReviewItem[] => {
    const inside = bySection.get(name) ?? [];
    const failed = name === 'held' ? unread : [];
    if (inside.length + failed.length === 0) return [];
    return [
      { kind: 'section', id: `section-${name}`, name, steps: inside, unread: failed.length },
      ...inside.map(
        (step): ReviewItem => ({
          kind: 'step',
          id: step.intentId,
          step,
          number: numbers.get(step.intentId) ?? 0,
        }),
      ),
      ...failed.map(({ intentId, failure }): ReviewItem => ({ kind: 'unread', id: intentId, failure })),
    ];
  });
}
