import { z } from 'zod';
import { t } from '../../language/t';
import { type EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { JsonObject } from '../json';
import { type AnyField, type Fields, isChoice } from '../kinds/field';
import { kindSpec } from '../kinds/kinds';
import { fieldsOf } from './fields-of';
import type { RemoteRecord } from './record-map';
import { recordSchemas } from './record-map';

/** Values that a creation names: those that it must, and any others. */
export type CreationValues<E extends EntityName> = Partial<RemoteRecord<E>>;

const schemas = new Map<EntityName, z.ZodObject>();

/** The values of a new record as a screen or a file gives them; null where one that it must name is missing, or one is odd. */
export function creationValues<E extends EntityName>(entity: E, raw: JsonObject): CreationValues<E> | null {
  const decoded = schemaOf(entity).safeParse(raw);
  return decoded.success ? (decoded.data as CreationValues<E>) : null;
}

/** What is wrong with the values of a new record, by their names: what there is not, what is missing, what does not fit. */
export function creationFault(entity: EntityName, raw: JsonObject): string {
  const schema = schemaOf(entity);
  const issues = schema.safeParse(raw).error?.issues ?? [];
  const faults = issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys
        .map((key) => t('there is no {field}', { field: path === '' ? key : `${path}.${key}` }))
        .join(', ');
    return readField(raw, path) === undefined
      ? t('{path} is missing', { path })
      : t('{path} does not fit', { path });
  });
  return t('{faults}. It takes {shape}.', {
    faults: faults.join('; '),
    shape: Object.keys(schema.shape).join(', '),
  });
}

function schemaOf(entity: EntityName): z.ZodObject {
  const schema = schemas.get(entity) ?? creationSchema(entity);
  schemas.set(entity, schema);
  return schema;
}

/** What its creation carries, and what is set right after it (`setAfterCreation`). Strict: a misspelt name is an error. */
function creationSchema(entity: EntityName): z.ZodObject {
  const fields: Fields = fieldsOf(entity);
  const named = Object.entries(fields).filter(([, field]) => field.create || field.edit);
  const said = Object.entries(modelOf(entity).said ?? {}).map(
    ([name, { kind }]) => [name, kindSpec(kind === 'group' ? 'json' : kind).schema.optional()] as const,
  );
  return z.strictObject(
    Object.fromEntries([
      ...named.map(([name, field]) => [name, partOf(entity, name, field)] as const),
      ...said,
    ]),
  );
}

function partOf(entity: EntityName, name: string, field: AnyField): z.ZodType {
  const kept = recordSchemas[entity].shape[name] as z.ZodType;
  // What rows of an older version read as says nothing of a creation.
  const schema = kept instanceof z.ZodDefault ? (kept.unwrap() as z.ZodType) : kept;
  if (schema instanceof z.ZodObject && field.kind === 'group') return schema.partial().strict().optional();
  // Rows may hold words that the service came up with; what is set is one that is known.
  if (isChoice(field))
    return field.create === 'must' ? z.enum(field.options) : z.enum(field.options).optional();
  return field.create === 'must' ? schema : schema.optional();
}
