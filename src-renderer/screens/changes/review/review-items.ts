import type { Failure } from '@shared/contract/failure';
import type { Plan, PlanStep } from '@shared/contract/plan';

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

/** The section of each step, by its intent. */
function placesOf(steps: readonly PlanStep[]): ReadonlyMap<string, SectionName> {
  const places = new Map<string, SectionName>();
  const isIn = (id: string, ...names: readonly SectionName[]): boolean =>
    names.some((name) => places.get(id) === name);
  /** Of all that it stands on something is to be decided, and nothing else keeps it (as `runOf` has it). */
  const waits = (on: PlanStep['dependsOn']): boolean =>
    on.some((id) => isIn(id, 'decide', 'waits')) && on.every((id) => isIn(id, 'decide', 'waits', 'send'));
  for (const { intentId, verdict } of steps) if (verdict === 'conflict') places.set(intentId, 'decide');
  for (const { intentId, verdict, dependsOn } of steps) {
    if (verdict === 'refused') places.set(intentId, 'held');
    else if (verdict === 'blocked') places.set(intentId, waits(dependsOn) ? 'waits' : 'held');
    else if (verdict !== 'conflict') places.set(intentId, verdict === 'no-op' ? 'already' : 'send');
  }
  return places;
}

/** The steps of a plan: first what must be decided, what waits for that, and what cannot go, then what is sent, in that order. Pure. */
export function reviewItems({ steps, unread }: Plan): readonly ReviewItem[] {
  const places = placesOf(steps);
  const numbers = new Map(
    steps
      .filter(({ intentId }) => places.get(intentId) === 'send')
      .map(({ intentId }, index) => [intentId, index + 1]),
  );
  return sections.flatMap((name): readonly ReviewItem[] => {
    const own = steps.filter(({ intentId }) => places.get(intentId) === name);
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
