import { z } from 'zod';
import { EntityName, entityWords, modelOf } from '../entity';
import type { JsonObject } from '../json';
import type { AnyField, Fields } from '../kinds/field';
import { kindSpec } from '../kinds/kinds';
import { fieldsOf } from './fields-of';
import type { RemoteRecord } from './record-map';
import { recordSchemas } from './record-map';

/** Values that a creation names: those that it must, and any others. */
export type CreationValues<E extends EntityName> = Partial<RemoteRecord<E>>;

const schemas = new Map<EntityName, z.ZodType>();

/** The values of a new record as a screen or a file gives them; null where one that it must name is missing, or one is odd. */
export function creationValues<E extends EntityName>(entity: E, raw: JsonObject): CreationValues<E> | null {
  const schema = schemas.get(entity) ?? creationSchema(entity);
  schemas.set(entity, schema);
  const decoded = schema.safeParse(raw);
  return decoded.success ? (decoded.data as CreationValues<E>) : null;
}

/** What its creation carries, and what is set right after it (`setAfterCreation`). Strict: a misspelt name is an error. */
function creationSchema(entity: EntityName): z.ZodType {
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
  return field.create === 'must' ? schema : schema.optional();
}

/** Labels of what a creation must name, e.g. `organization, person and role`. */
export function mustNames(entity: EntityName): string {
  const labels = Object.values<AnyField>(fieldsOf(entity))
    .filter(({ create }) => create === 'must')
    .map(({ label, to }) => (to === undefined ? label.toLowerCase() : entityWords[EntityName.parse(to)].one));
  const last = labels.pop() ?? '';
  return labels.length === 0 ? last : `${labels.join(', ')} and ${last}`;
}
