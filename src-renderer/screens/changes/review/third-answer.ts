import { inputOf } from '@renderer/fields/field-input';
import type { Answer } from '@renderer/state/answers';
import { type Result, success } from '@shared/contract/failure';
import type { PlanStep } from '@shared/contract/plan';
import { editableField } from '@shared/domain/editable-fields';
import type { JsonValue } from '@shared/domain/json';
import { nothingKnown } from '@shared/domain/kinds/kind';
import type { Kind } from '@shared/domain/kinds/kinds';
import { valueFault } from '@shared/domain/rules/value-fault';
import { t } from '@shared/language/t';

/** The answer that stands in the field of a third value when it is chosen: undecided while nothing usable is typed. Pure. */
export function thirdAnswer(step: PlanStep, kind: Kind, typed: string): Answer {
  if (typed === '') return { decision: null, typed };
  const read = kind === 'role' ? success<JsonValue>(typed) : readThird(step, kind, typed);
  return { decision: read.ok ? { choose: 'other', value: read.value } : null, typed };
}

/** A typed third value as the field's own kind. */
export function readThird({ entity, field }: PlanStep, kind: Kind, text: string): Result<JsonValue> {
  const read = inputOf(kind).read(text);
  const editable = editableField(entity, field);
  if (!read.ok || editable === undefined) return read;
  const fault = valueFault(editable, read.value, nothingKnown);
  if (fault === null) return read;
  return {
    ok: false,
    error: { code: 'invalid-input', message: t('It {fault}.', { fault }), next: t('Type another one.') },
  };
}
