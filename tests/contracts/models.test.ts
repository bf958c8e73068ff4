import { readFileSync } from 'node:fs';
import { EntityName, modelOf } from '@shared/domain/entity';
import type { AnyField } from '@shared/domain/kinds/field';
import { type Kind, kindSpec } from '@shared/domain/kinds/kinds';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { platformSpecPath, specMissing, specPath } from './load-spec';

if (specMissing) console.warn('The OpenAPI files are not beside the repository: models were not compared.');

type Json = Readonly<Record<string, unknown>>;
const object = (value: unknown): Json => (value !== null && typeof value === 'object' ? (value as Json) : {});

const documents = new Map<string, Json>();
const documentOf = (file: string): Json => {
  const path = file === 'platform-beta.yml' ? platformSpecPath : specPath;
  const read = documents.get(path) ?? object(parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 }));
  documents.set(path, read);
  return read;
};

/** A schema with its references followed, and what `allOf` puts together put together. */
function resolve(document: Json, node: unknown): Json {
  const { $ref, allOf, anyOf, ...rest } = object(node);
  const parts = [...(Array.isArray(allOf) ? allOf : []), ...(Array.isArray(anyOf) ? anyOf : [])];
  const target = typeof $ref === 'string' ? follow(document, $ref) : undefined;
  const merged = [target, ...parts]
    .filter((part) => part !== undefined)
    .map((part) => resolve(document, part));
  const properties = Object.assign({}, ...merged.map((part) => part.properties ?? {}), rest.properties ?? {});
  return { ...Object.assign({}, ...merged), ...rest, properties };
}

/** A schema by its name, or by the way to it. */
const wayTo = (schema: string): string =>
  schema.startsWith('#') ? schema : `#/components/schemas/${schema}`;

const follow = (document: Json, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => object(node)[part.replaceAll('~1', '/')], document);

/** The schema at a path of properties; undefined where there is none. */
function propertyAt(document: Json, schema: string, path: string): Json | undefined {
  let node: unknown = follow(document, wayTo(schema));
  for (const part of path.split('.')) {
    const properties = object(resolve(document, node).properties);
    if (!Object.hasOwn(properties, part)) return undefined;
    node = properties[part];
  }
  return resolve(document, node);
}

/** Types of the spec that a kind can read. */
const types: Readonly<Record<ReturnType<typeof kindSpec>['asked'], readonly string[]>> = {
  text: ['string'],
  number: ['integer', 'number'],
  flag: ['boolean'],
  any: ['object', 'array'],
};

const withSpec = EntityName.options.filter((entity) => modelOf(entity).spec !== null);

describe.skipIf(specMissing).each(withSpec)('the model of %s, against the spec', (entity) => {
  const { spec, fields, ignored } = modelOf(entity);
  const { file, schema } = spec ?? { file: '', schema: '' };
  // What stands here runs also where the tests are skipped.
  const document = specMissing ? {} : documentOf(file);
  const all = Object.entries<AnyField>(fields);

  it('names only properties that are there, of a type that its kind can read', () => {
    for (const [name, { wire, kind, from = [] }] of all) {
      for (const path of from) expect(propertyAt(document, schema, path), `${name}: ${path}`).toBeDefined();
      if (wire === undefined) continue;
      const property = propertyAt(document, schema, wire);
      expect(property, `${name}: ${wire}`).toBeDefined();
      const type = property?.type ?? 'object';
      expect(types[kindSpec(kind as Kind).asked], `${name}: ${wire} is ${String(type)}`).toContain(type);
    }
  });

  it('has a field, or a reason, for every property', () => {
    const top = (path: string): string => path.split('.')[0] ?? '';
    const read = all.flatMap(([, { wire, from = [] }]) =>
      [...from, ...(wire === undefined ? [] : [wire])].map(top),
    );
    const properties = Object.keys(object(resolve(document, follow(document, wayTo(schema))).properties));
    const told = new Set(['id', ...read, ...Object.keys(ignored)]);
    expect(properties.filter((property) => !told.has(property))).toEqual([]);
    expect(
      Object.keys(ignored).filter((property) => !properties.includes(property) || read.includes(property)),
    ).toEqual([]);
  });
});

it('fields that hold ids name an entity that there is', () => {
  for (const entity of EntityName.options)
    for (const [name, { to }] of Object.entries<AnyField>(modelOf(entity).fields))
      if (to !== undefined) expect(EntityName.options, `${entity}.${name}`).toContain(to);
});
