import { type EntityName, modelOf } from './entity';
import { readField, writeField } from './field-path';
import type { Intent, IntentAction } from './intent';
import { type JsonObject, jsonEqual } from './json';
import type { Act } from './kinds/act';
import { writeHeld } from './metadata-field';

export type Performed = Extract<IntentAction, { verb: 'perform' }>;

/** The acts of an entity, by name. */
export const actsOf = (entity: EntityName): Readonly<Record<string, Act>> => modelOf(entity).acts ?? {};

/** The act of that name; undefined where the entity has none. */
export function actOf(entity: EntityName, operation: string): Act | undefined {
  const acts = actsOf(entity);
  return Object.hasOwn(acts, operation) ? acts[operation] : undefined;
}

/** What a record shows once an act was done to it, by field. */
export const shownBy = (
  entity: EntityName,
  record: object,
  { operation, values }: Pick<Performed, 'operation' | 'values'>,
): JsonObject => actOf(entity, operation)?.shows(record as JsonObject, values) ?? {};

/** Whether a record shows that an act was done; null where no field of it tells. */
export function isDone(
  entity: EntityName,
  record: object,
  action: Pick<Performed, 'operation' | 'values'> & Partial<Pick<Performed, 'base'>>,
): boolean | null {
  const done = actOf(entity, action.operation)?.done;
  if (done !== undefined) return done(record as JsonObject, action.values, action.base ?? {});
  const shown = Object.entries(shownBy(entity, record, action));
  if (shown.length === 0) return null;
  return shown.every(([field, value]) => jsonEqual(readField(record, field) ?? null, value));
}

/** Whether an act is staged already, with these very values. */
export const isStagedAct = (
  intents: readonly Pick<Intent, 'action'>[],
  { operation, values }: Pick<Performed, 'operation' | 'values'>,
): boolean =>
  intents.some(
    ({ action }) =>
      action.verb === 'perform' && action.operation === operation && jsonEqual(action.values, values),
  );

/** The record as it is after an act. */
export const afterAct = <T extends object>(entity: EntityName, record: T, action: Performed): T =>
  Object.entries(shownBy(entity, record, action)).reduce(
    (made, [field, value]) => writeField(made, field, value),
    record,
  );

/** The record as it is after a change of it. */
export const afterAction = <T extends object>(entity: EntityName, record: T, action: IntentAction): T => {
  if (action.verb === 'perform') return afterAct(entity, record, action);
  return action.verb === 'update' ? writeHeld(entity, record, action.field, action.value) : record;
};

/** What a history entry calls an act: beside the fields that it changed, it tells what was done. */
const mark = 'act.';
export const actField = (operation: string): string => mark + operation;

/** The act that a field of a history entry tells of; undefined for a field of the record. */
export const actAt = (entity: EntityName, field: string): Act | undefined =>
  field.startsWith(mark) ? actOf(entity, field.slice(mark.length)) : undefined;
