import { z } from 'zod';
import { t } from '../language/t';
import { configField } from './config-field';
import { hasConfig } from './editable-fields';
import type { EntityName } from './entity';
import type { JsonValue } from './json';
import { isChoice } from './kinds/field';
import { countedBeside, countedNames } from './records/beside';
import { fieldAt } from './records/fields-of';
import { recordSchemas } from './records/record-map';

/** What a field can be compared with. `any`: its values are known at run time only, as in metadata and configs. */
export type QueryField =
  | { readonly kind: 'text' | 'number' | 'flag' | 'any'; readonly nullable: boolean }
  | {
      readonly kind: 'choice';
      /** The words that are known. */
      readonly options: readonly string[];
      /** The service may have come up with others. */
      readonly open: boolean;
      readonly nullable: boolean;
    };

/** The field of an entity at a path; null when there is none. */
export function queryField(entity: EntityName, path: string): QueryField | null {
  // No path of a selector may name these: the key of a customer who has one cannot be asked for.
  if (path.split('.').includes('__proto__') || /[[\]\\]/.test(path)) return null;
  if (hasConfig(entity) && configField(path) !== undefined) return { kind: 'any', nullable: true };
  let schema: z.core.$ZodType = recordSchemas[entity];
  for (const part of path.split('.')) {
    const bare = bareSchema(schema).schema;
    if (!(bare instanceof z.ZodObject))
      return isOpen(bare) && part !== '' ? { kind: 'any', nullable: true } : null;
    // Own ones only: `constructor` and `__proto__` are no fields.
    const inner: unknown = Object.hasOwn(bare.shape, part) ? bare.shape[part] : undefined;
    if (inner === undefined) return null;
    schema = inner as z.core.$ZodType;
  }
  const { schema: bare, nullable } = bareSchema(schema);
  if (bare instanceof z.ZodEnum)
    return { kind: 'choice', options: bare.options.map(String), open: false, nullable };
  const field = fieldAt(entity, path);
  if (field !== undefined && isChoice(field))
    return { kind: 'choice', options: field.options, open: true, nullable };
  const kind =
    bare instanceof z.ZodString
      ? 'text'
      : bare instanceof z.ZodNumber
        ? 'number'
        : bare instanceof z.ZodBoolean
          ? 'flag'
          : 'any';
  return { kind, nullable };
}

/** The fields that an entity's lists can be sorted by. */
export function queryFields(entity: EntityName): readonly string[] {
  return Object.keys(recordSchemas[entity].shape);
}

/** What conditions and groups can be asked of: a field, or what is counted beside the rows. */
export const comparedField = (entity: EntityName, path: string): QueryField | null =>
  queryField(entity, path) ??
  (countedBeside(entity, path) === null ? null : { kind: 'number', nullable: false });

/** The names of all that conditions and groups can be asked of. */
export const comparedFields = (entity: EntityName): readonly string[] => [
  ...new Set([...queryFields(entity), ...countedNames(entity)]),
];

function bareSchema(schema: z.core.$ZodType): { schema: z.core.$ZodType; nullable: boolean } {
  let [bare, nullable] = [schema, false];
  while (bare instanceof z.ZodNullable || bare instanceof z.ZodOptional || bare instanceof z.ZodDefault) {
    nullable ||= bare instanceof z.ZodNullable;
    bare = bare.unwrap();
  }
  return { schema: bare, nullable };
}

/** Objects whose keys are the service's or the customer's own. */
const isOpen = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodCustom || schema instanceof z.ZodRecord;

/** What is wrong with a value for a field, as the end of a sentence; null when it fits. */
export function misfit(field: QueryField, value: JsonValue): string | null {
  if (field.kind === 'any' || (value === null && field.nullable)) return null;
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? null : t('takes a text');
    case 'number':
      return typeof value === 'number' ? null : t('takes a number');
    case 'flag':
      return typeof value === 'boolean' ? null : t('takes true or false');
    case 'choice':
      return typeof value === 'string' && (field.open || field.options.includes(value))
        ? null
        : t('takes one of {options}', {
            options: field.options.map((option) => (option === '' ? t('(empty)') : option)).join(', '),
          });
  }
}
