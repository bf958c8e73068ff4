import { fieldText } from '@renderer/fields/field-text';
import type { KeptAnswer, PlanStep } from '@shared/contract/plan';
import { t } from '@shared/language/t';

/**
 * What is told beside a step whose conflict moved after it was answered: `You had chosen Mine before the values moved: that is
 * void, choose anew.` Undefined for an answer that holds. Pure.
 */
export function voidAnswer(
  step: Pick<PlanStep, 'entity' | 'field' | 'verdict'>,
  answer: KeptAnswer | undefined,
  roleNames: ReadonlyMap<string, string>,
): string | undefined {
  if (!answer?.moved) return undefined;
  const end = step.verdict === 'conflict' ? t('that is void, choose anew.') : t('that is void.');
  const chosen = whatWasSaid(step, answer, roleNames);
  const { decision, typed } = answer;
  const said =
    decision !== null && decision.choose !== 'other' && typed
      ? t('{chosen} and typed “{typed}”', { chosen, typed })
      : chosen;
  return t('You had {said} before the values moved: {end}', { said, end });
}

function whatWasSaid(
  { entity, field }: Pick<PlanStep, 'entity' | 'field'>,
  { decision, typed }: KeptAnswer,
  roleNames: ReadonlyMap<string, string>,
): string {
  switch (decision?.choose) {
    case 'mine':
      return t('chosen Mine');
    case 'theirs':
      return t('chosen Theirs');
    case 'later':
      return t('left it for later');
    case 'other':
      return t('chosen “{value}”', { value: fieldText(entity, field, decision.value, roleNames) });
    default:
      return typed ? t('typed “{typed}”', { typed }) : t('begun another value');
  }
}
