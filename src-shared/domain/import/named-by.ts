import { type EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { AnyField } from '../kinds/field';
import { rulesOf } from '../rules/rules-of';

/** The sets of fields by which a file may name a record of an entity, beside its id, the best first. */
export function keysOf(entity: EntityName): readonly (readonly string[])[] {
  const { namedBy, fields } = modelOf(entity);
  const { mark } = rulesOf(entity);
  const unique = Object.entries<AnyField>(fields).flatMap(([path, field]) => (field.unique ? [[path]] : []));
  return namedBy?.keys ?? (mark === undefined ? unique : [[mark.field]]);
}

/** Whether a record is among those that such fields name: an invitation that was revoked is nobody's any more. */
export function isNamed(entity: EntityName, record: object): boolean {
  const { where } = modelOf(entity).namedBy ?? {};
  const takes = rulesOf(entity).mark?.takes as ((record: object) => boolean) | undefined;
  return (where === undefined || readField(record, where.field) === where.value) && takes?.(record) !== false;
}

/** Single fields by which another file may name a record that it refers to. */
export const singleKeysOf = (entity: EntityName): readonly string[] =>
  keysOf(entity).flatMap(([field, ...more]) => (field === undefined || more.length > 0 ? [] : [field]));

/** A value as keys are compared: texts of any case are one. */
export const keyText = (value: unknown): string => String(value).trim().toLowerCase();
