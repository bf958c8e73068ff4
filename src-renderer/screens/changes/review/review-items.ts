import type { Failure } from '@shared/contract/failure';
import type { Plan, PlanStep } from '@shared/contract/plan';

export type SectionName = 'decide' | 'send' | 'already' | 'held';

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

const sections: readonly (readonly [name: SectionName, verdicts: readonly PlanStep['verdict'][]])[] = [
  ['decide', ['conflict']],
  ['held', ['refused', 'blocked']],
  ['send', ['clean', 'merged']],
  ['already', ['no-op']],
];

/** The steps of a plan: first what must be decided, then what cannot go, then what is sent, in that order. Pure. */
export function reviewItems({ steps, unread }: Plan): readonly ReviewItem[] {
  const numbers = new Map(
    steps
      .filter(({ verdict }) => verdict === 'clean' || verdict === 'merged')
      .map(({ intentId }, index) => [intentId, index + 1]),
  );
  return sections.flatMap(([name, verdicts]): readonly ReviewItem[] => {
    const own = steps.filter(({ verdict }) => verdicts.includes(verdict));
    const failed = name === 'held' ? unread : [];
    if (own.length + failed.length === 0) return [];
    return [
      { kind: 'section', id: `section-${name}`, name, steps: own, unread: failed.length },
      ...own.map(
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
