import { gather } from '../../gather';
import { t } from '../../language/t';
import type { Intent } from '../intent';
import { fieldAt } from '../records/fields-of';
import type { PlanFacts } from '../rules/plan-facts';
import { recordKey } from '../rules/staging-world';
import { type DraftStep, isSendable } from './draft-step';
import { seatChanges } from './seat-change';

/**
 * Steps that would be refused as things stand, and could go were conflicts decided for mine, are blocked by those: they wait until somebody
 * decides. Pure.
 *
 * @param ifMine the same steps in the same order, as they were if all conflicts were decided so
 */
export function waitForConflicts(
  facts: PlanFacts,
  steps: readonly DraftStep[],
  ifMine: (conflicts: readonly Intent[]) => readonly DraftStep[],
): readonly DraftStep[] {
  // Where only approved changes go, no conflict can be decided for mine.
  if (facts.unapproved !== null) return steps;
  const conflicts = steps.filter(({ verdict }) => verdict === 'conflict').map(({ intent }) => intent);
  if (conflicts.length === 0 || !steps.some(({ verdict }) => verdict === 'refused')) return steps;
  const opened = ifMine(conflicts);
  const beside = new Map<string, Intent[]>();
  for (const conflict of conflicts)
    for (const place of placesOf(facts, conflict)) gather(beside, place, conflict);
  return steps.map((step, at) => {
    const can = opened[at];
    if (step.verdict !== 'refused' || can === undefined || !isSendable(can)) return step;
    const openers = new Set(placesOf(facts, step.intent).flatMap((place) => beside.get(place) ?? []));
    if (openers.size === 0) return step;
    return {
      ...step,
      verdict: 'blocked',
      reason: `${waitsFor([...openers])} ${t('As it stands: {reason}', { reason: step.reason })}`,
      dependsOn: [...new Set([...step.dependsOn, ...[...openers].map(({ id }) => id)])],
    };
  });
}

/** What a step changes for others: its record, and the organizations whose seats and admins it changes. */
const placesOf = (facts: PlanFacts, intent: Intent): readonly string[] => [
  recordKey(intent.entity, intent.recordId),
  ...seatChanges(facts, intent).map(({ organizationId }) => `seats/${organizationId}`),
];

/** What is said of a step that conflicts keep from going. */
export function waitsFor(conflicts: readonly Intent[]): string {
  const [first, ...more] = conflicts.map(({ entity, action, label }) => {
    const field = action.verb === 'update' ? fieldAt(entity, action.field)?.label : undefined;
    return field === undefined ? label : `${label}, ${field}`;
  });
  return more.length === 0
    ? t('It waits for the conflict over {first}: decided for mine, it can go.', { first: first ?? '' })
    : t(
        'It waits for conflicts, over {first} and {more, plural, one {# other} other {# others}}: decided for mine, it can go.',
        { first: first ?? '', more: more.length },
      );
}
