import { EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { JsonValue } from '../json';
import type { AnyField, Fields } from '../kinds/field';
import { metadataField } from '../metadata-field';
import { models } from '../models/models';
import { blankOf } from './blank-of';

/** The fields of an entity, by name. */
export const fieldsOf = <E extends EntityName>(entity: E): (typeof models)[E]['fields'] & Fields =>
  models[entity].fields;

/** All of an entity, computed ones and those that only a creation says too: put together once, as every record passes here. */
const wholes: ReadonlyMap<EntityName, Fields> = new Map(
  EntityName.options.map((entity) => {
    const { computed, said } = modelOf(entity);
    return [entity, { ...fieldsOf(entity), ...computed?.fields, ...said }];
  }),
);

/** The field at a path, computed ones and those that only a creation says too; the last part for a group; undefined for none, and inside of what has no fields of its own. */
export function fieldAt(entity: EntityName, path: string): AnyField | undefined {
  const fields = wholes.get(entity);
  if (fields === undefined) return undefined;
  if (!path.includes('.')) return Object.hasOwn(fields, path) ? fields[path] : undefined;
  const [head = '', part = '', ...rest] = path.split('.');
  const field = Object.hasOwn(fields, head) ? fields[head] : undefined;
  if (field === undefined) return undefined;
  if (field.kind !== 'group' || rest.length > 0) return undefined;
  return Object.hasOwn(field.parts, part) ? field.parts[part] : undefined;
}

/** The value at a path: null for what metadata does not hold; of a field younger than the row (`late`), as when nothing was set. */
export function heldField(entity: EntityName, record: object, path: string): JsonValue | undefined {
  const held = readField(record, path);
  if (held === undefined && metadataField(entity, path)) return null;
  const field = held === undefined ? fieldAt(entity, path) : undefined;
  return field?.late ? blankOf(field) : held;
}
