import { configField } from './config-field';
import { EntityName, modelOf } from './entity';
import type { JsonValue } from './json';
import { type AnyField, isChoice } from './kinds/field';
import type { Kind } from './kinds/kinds';
import { metadataField } from './metadata-field';

export interface EditableField {
  /** Field path in the record. */
  readonly path: string;
  readonly label: string;
  readonly kind: Kind;
  /** The creation of a record can carry it. */
  readonly create: boolean;
  /** Kept in small letters. */
  readonly lower?: true;
  /** What it can be, where it is one of few words. */
  readonly options?: readonly string[];
  /** What is wrong with a value that its kind takes, as the end of a sentence; null when nothing is. */
  readonly fault?: (value: JsonValue) => string | null;
}

/** Every field that an update intent may name, by entity. */
export const editableFields = Object.fromEntries(
  EntityName.options.map((entity) => [
    entity,
    Object.entries(modelOf(entity).fields).flatMap(([path, field]) => editable(path, field, field)),
  ]),
) as unknown as Readonly<Record<EntityName, readonly EditableField[]>>;

function editable(path: string, field: AnyField, whole: AnyField): readonly EditableField[] {
  if (field.kind === 'group')
    return Object.entries(field.parts).flatMap(([part, inner]) => editable(`${path}.${part}`, inner, whole));
  // Of metadata each value is edited by itself (`metadata-field.ts`).
  return field.edit && field.kind !== 'json'
    ? [
        {
          path,
          label: field.label,
          kind: field.kind,
          create: whole.create !== undefined,
          ...(field.lower && { lower: field.lower }),
          ...(field.fault && { fault: field.fault }),
          ...(isChoice(field) && { options: field.options }),
        },
      ]
    : [];
}

/** The same by path: asked for every step of a plan. */
const byPath: ReadonlyMap<EntityName, ReadonlyMap<string, EditableField>> = new Map(
  EntityName.options.map((entity) => [
    entity,
    new Map(editableFields[entity].map((field) => [field.path, field])),
  ]),
);

/** The editable field at a path, or undefined when that path cannot be edited. */
export function editableField(entity: EntityName, path: string): EditableField | undefined {
  const fixed = byPath.get(entity)?.get(path);
  return fixed ?? metadataField(entity, path) ?? (hasConfig(entity) ? configField(path) : undefined);
}

/** Whether settings that a schema describes at run time are among an entity's fields. */
export function hasConfig(entity: EntityName): boolean {
  return modelOf(entity).fields.config?.kind === 'config';
}
