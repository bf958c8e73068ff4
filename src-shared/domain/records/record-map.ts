import { z } from 'zod';
import type { EntityName } from '../entity';
import { RecordId } from '../ids';
import { type AnyField, type Fields, isChoice } from '../kinds/field';
import { kindSpec } from '../kinds/kinds';
import type { ComputedOf, Model, ValuesOf } from '../kinds/model';
import { models } from '../models/models';
import { blankOf } from './blank-of';
import { type Envelope, envelope } from './envelope';

type Shape = Record<string, z.ZodType>;
type Schemas = Readonly<Record<EntityName, z.ZodObject<Shape>>>;

/** The schema of a record as the service holds it, by entity. */
export const remoteSchemas = Object.fromEntries(
  Object.values(models).map(({ name, fields }) => [name, z.object({ id: RecordId, ...shapeOf(fields) })]),
) as unknown as Schemas;

/** The schema of a stored record, by entity. */
export const recordSchemas = Object.fromEntries(
  Object.values<Model>(models as unknown as Record<string, Model>).map(({ name, computed }) => [
    name,
    remoteSchemas[name as EntityName].extend({ ...shapeOf(computed?.fields ?? {}), ...envelope }),
  ]),
) as unknown as Schemas;

function shapeOf(fields: Fields): Shape {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]));
}

function schemaOf(field: AnyField): z.ZodType {
  if (field.kind === 'group') return z.object(shapeOf(field.parts));
  // The words of the service are its own: one that no list here has is kept as it came.
  const schema = isChoice(field) && field.ours ? z.enum(field.options) : kindSpec(field.kind).schema;
  return field.late ? schema.default(() => blankOf(field)) : schema;
}

type Flat<T> = { [K in keyof T]: T[K] };
type Remote = { readonly [E in EntityName]: Flat<ValuesOf<(typeof models)[E]['fields']>> };
/** What is computed of a record of entity E. */
export type ComputedValues<E extends EntityName> = ComputedOf<(typeof models)[E]>;
type Stored = {
  readonly [E in EntityName]: Flat<ValuesOf<(typeof models)[E]['fields']> & ComputedValues<E> & Envelope>;
};

/** A record of entity E as the service holds it. */
export type RemoteRecord<E extends EntityName = EntityName> = Remote[E];

/** A stored record of entity E: visible fields, what is computed of them, and envelope. */
export type StoredRecord<E extends EntityName = EntityName> = Stored[E];

export type RemoteApplication = RemoteRecord<'application'>;
export type DnsState = RemoteApplication['dns'];
export type Organization = StoredRecord<'organization'>;
export type Membership = StoredRecord<'membership'>;
export type User = StoredRecord<'user'>;
export type Invitation = StoredRecord<'invitation'>;
export type Role = StoredRecord<'role'>;
export type Permission = StoredRecord<'permission'>;
export type Settings = StoredRecord<'settings'>;
export type Application = StoredRecord<'application'>;
export type Branding = Organization['branding'];
