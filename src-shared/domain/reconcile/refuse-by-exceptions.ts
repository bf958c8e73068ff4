import { t } from '../../language/t';
import type { EntryOf } from '../books/books';
import { writeField } from '../field-path';
import { heldSetting, sameSetting } from '../fleet/same-setting';
import type { Intent } from '../intent';
import { type PlanFacts, serverOf } from '../rules/plan-facts';
import { type DraftStep, isSendable } from './draft-step';

/**
 * Refuses what would overwrite a value of an application that somebody accepted since the step was staged, for as long as the exception
 * holds: compared as the judge of the fleet compares them. What was staged after that is meant. Pure.
 */
export function refuseByExceptions(facts: PlanFacts, ordered: readonly DraftStep[]): readonly DraftStep[] {
  const { exceptions = [] } = facts;
  if (exceptions.length === 0) return ordered;
  return ordered.map((step) => {
    const exception = isSendable(step) && exceptions.find((each) => keeps(each, step.intent, facts));
    if (!exception) return step;
    const { reason: why } = exception.value;
    const reason = t(
      'Since this was staged, the value that {label} has was accepted for it: {why}. Withdraw it; staged anew it goes all the same.',
      { label: step.intent.label, why },
    );
    return { ...step, verdict: 'refused', reason };
  });
}

/** Whether an exception for what the service holds now is younger than an edit that makes it, a part or a whole of it, something else. */
function keeps(
  { at, value }: EntryOf<'exception'>,
  { recordId, action, stagedAt }: Intent,
  facts: PlanFacts,
): boolean {
  if (action.verb !== 'update' || recordId !== value.applicationId) return false;
  if (at <= stagedAt || (value.until !== null && value.until <= facts.madeAt)) return false;
  const setting = facts.settings?.get(value.path);
  const { config = {} } = serverOf(facts, 'application', recordId) ?? {};
  const held = heldSetting(config, value.path, setting);
  const becomes = heldSetting(writeField({ config }, action.field, action.value).config, value.path, setting);
  return (
    held !== undefined &&
    sameSetting(setting, held, value.value) &&
    (becomes === undefined || !sameSetting(setting, becomes, value.value))
  );
}
