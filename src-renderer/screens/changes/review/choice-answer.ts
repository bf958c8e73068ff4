import type { Answer } from '@renderer/state/answers';
import type { Decision, PlanStep } from '@shared/contract/plan';
import { editableField } from '@shared/domain/editable-fields';
import type { Kind } from '@shared/domain/kinds/kinds';
import { mergeLists } from './merge-lists';
import { thirdAnswer } from './third-answer';

/** What is in conflict; undefined where no single value is. */
export function conflictKind({ verb, entity, field }: PlanStep): Kind | undefined {
  return verb === 'update' ? editableField(entity, field)?.kind : undefined;
}

/** Whether a value of this kind can be typed or chosen that is neither mine nor theirs. */
export const takesThird = (kind: Kind): boolean => !['permissions', 'image', 'flag'].includes(kind);

/** The answer that a choice gives at once, by its radio button or its key; null where the conflict does not offer it. Pure. */
export function choiceAnswer(
  step: PlanStep,
  choose: Decision['choose'],
  typed: string | undefined,
): Answer | null {
  if (choose !== 'other') return { decision: { choose } };
  const kind = conflictKind(step);
  if (kind === 'permissions')
    return { decision: { choose, value: [...mergeLists(step.base, step.mine, step.theirs)] } };
  return kind !== undefined && takesThird(kind) ? thirdAnswer(step, kind, typed ?? '') : null;
}
