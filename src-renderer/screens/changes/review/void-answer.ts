import { fieldText } from '@renderer/screens/shared/field-text';
import type { KeptAnswer, PlanStep } from '@shared/contract/plan';

/**
 * What is told beside a step whose conflict moved after it was answered: `You had chosen Mine before the values moved: that is
 * void, choose anew.` Undefined for an answer that holds. Pure.
 */
export function voidAnswer(
  { field, verdict }: Pick<PlanStep, 'field' | 'verdict'>,
  answer: KeptAnswer | undefined,
  roleNames: ReadonlyMap<string, string>,
): string | undefined {
  if (!answer?.moved) return undefined;
  const end = verdict === 'conflict' ? 'that is void, choose anew.' : 'that is void.';
  const said = whatWasSaid(field, answer, roleNames);
  const { decision, typed } = answer;
  const besides = decision !== null && decision.choose !== 'other' && typed ? ` and typed “${typed}”` : '';
  return `You had ${said}${besides} before the values moved: ${end}`;
}

function whatWasSaid(
  field: string,
  { decision, typed }: KeptAnswer,
  roleNames: ReadonlyMap<string, string>,
): string {
  switch (decision?.choose) {
    case 'mine':
      return 'chosen Mine';
    case 'theirs':
      return 'chosen Theirs';
    case 'later':
      return 'left it for later';
    case 'other':
      return `chosen “${fieldText(field, decision.value, roleNames)}”`;
    default:
      return typed ? `typed “${typed}”` : 'begun another value';
  }
}
