import type { EntityName } from '@shared/domain/entity';
import { modelOf } from '@shared/domain/entity';
import type { AnyField } from '@shared/domain/kinds/field';
import { kindSpec } from '@shared/domain/kinds/kinds';
import { wire } from '@shared/domain/kinds/wire';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';

/** Decodes a record as the service sends it, and puts it into Tenantry's own fields. */
export interface RecordReader<E extends EntityName> {
  readonly schema: z.ZodType<object>;
  /** `known`: the row at hand, for what an answer may leave out. */
  read(wired: object, known?: StoredRecord<E>): RemoteRecord<E>;
}

/** What no path into the record says: fields made of several properties. */
export interface Special<E extends EntityName, Shape extends z.ZodRawShape> {
  /** The properties that it needs, merged with those that fields name (`wire`). */
  readonly properties: Shape;
  readonly read: (
    wired: z.output<z.ZodObject<Shape>>,
    known: StoredRecord<E> | undefined,
  ) => Partial<RemoteRecord<E>>;
  /** What a record must say although no single property is required; null when it does. */
  readonly fault?: (
    wired: z.output<z.ZodObject<Shape>>,
  ) => { readonly path: string; readonly message: string } | null;
}

interface Tree {
  readonly [name: string]: z.ZodType | Tree;
}

/** The reader of an entity: from its model, and from what is special about it. */
export function recordReader<E extends EntityName, Shape extends z.ZodRawShape>(
  entity: E,
  { properties, read, fault }: Special<E, Shape>,
): RecordReader<E> {
  const fields = Object.entries<AnyField>(modelOf(entity).fields).map(([name, field]) => ({
    name,
    path: field.wire?.split('.') ?? null,
    schema: kindSpec(field.kind === 'group' ? 'json' : field.kind).wire,
  }));
  const tree = fields.reduce<Tree>(
    (made, { path, schema }) => (path === null ? made : plant(made, path, schema)),
    { id: wire.id },
  );
  const object = objectOf(tree, properties);
  const schema =
    fault === undefined
      ? object
      : object.check((context) => {
          const found = fault(context.value as z.output<z.ZodObject<Shape>>);
          if (found !== null)
            context.issues.push({
              code: 'custom',
              message: found.message,
              path: [found.path],
              input: context.value,
            });
        });
  // Copies of a parsed object share its hidden class. Made name by name, a record of more than a dozen becomes a hash table, and
  // copying it and writing it as JSON takes twice as long.
  const names = ['id', ...fields.map(({ name }) => name)];
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<
    string,
    unknown
  >;
  return {
    schema,
    read: (wired, known) => {
      const special: Readonly<Record<string, unknown>> = read(wired as z.output<z.ZodObject<Shape>>, known);
      // In the order of the model, always: what is hashed is this object's text.
      const record = { ...blank };
      // What goes by something else than its id on the service says so.
      record.id = special.id ?? (wired as { readonly id: string }).id;
      for (const { name, path } of fields)
        record[name] = name in special || path === null ? special[name] : dig(wired, path);
      return record as RemoteRecord<E>;
    },
  };
}

function plant(tree: Tree, [head = '', ...rest]: readonly string[], schema: z.ZodType): Tree {
  const inner = tree[head];
  const below = inner === undefined || inner instanceof z.ZodType ? {} : inner;
  return { ...tree, [head]: rest.length === 0 ? schema : plant(below, rest, schema) };
}

function objectOf(tree: Tree, properties: z.ZodRawShape): z.ZodObject {
  const shape: Record<string, z.core.$ZodType> = { ...properties };
  for (const [name, node] of Object.entries(tree)) {
    const special = shape[name];
    if (node instanceof z.ZodType) shape[name] = special ?? node;
    else shape[name] = objectOf(node, special instanceof z.ZodObject ? special.shape : {});
  }
  return z.object(shape);
}

function dig(wired: object, path: readonly string[]): unknown {
  let value: unknown = wired;
  for (const part of path) value = (value as Readonly<Record<string, unknown>>)[part];
  return value;
}
