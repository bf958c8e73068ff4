import { fieldText } from '@renderer/fields/field-text';
import { inside } from '@renderer/ui/format/inside';
import type { PlanStep } from '@shared/contract/plan';
import { editableField } from '@shared/domain/editable-fields';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';

/** The three sides of a conflict as texts. */
export interface ConflictValues {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Base, mine and theirs of a step; of a deletion, only the fields that were changed on the service; of a creation whose answer
 * was lost, what was sent and what the service has like it. Pure.
 */
export function conflictValues(step: PlanStep, roleNames: ReadonlyMap<string, string>): ConflictValues {
  const { verb, field, base, mine, theirs } = step;
  if (verb === 'update') {
    const show = (value: JsonValue) => fieldText(step.entity, field, value, roleNames);
    return { base: show(base), mine: show(mine), theirs: show(theirs) };
  }
  if (verb === 'create') {
    const sent = Object.keys(objectOf(mine)).filter((key) => editableField(step.entity, key) !== undefined);
    const told = (values: JsonObject): string =>
      sent
        .map((key) => `${labelOf(step, key)}: ${fieldText(step.entity, key, values[key] ?? null, roleNames)}`)
        .join(', ');
    return {
      base: t('nothing: it was to be made'),
      mine: told(objectOf(mine)),
      theirs: told(objectOf(theirs)),
    };
  }
  const changed = objectOf(theirs);
  const told = (values: JsonObject): string =>
    Object.keys(changed)
      .map((key) => `${labelOf(step, key)}: ${fieldText(step.entity, key, values[key] ?? null, roleNames)}`)
      .join(', ');
  return {
    base: told(objectOf(base)),
    mine: verb === 'delete' ? t('remove it all the same') : '',
    theirs: told(changed),
  };
}

function labelOf({ entity }: PlanStep, path: string): string {
  return inside(editableField(entity, path)?.label ?? path);
}

function objectOf(value: JsonValue): JsonObject {
  return value !== null && typeof value === 'object' && !isJsonArray(value) ? value : {};
}
