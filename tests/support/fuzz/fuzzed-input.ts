import fc from 'fast-check';
import { z } from 'zod';
import { resolved } from '../mutator/spec-mutations';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many messages a run sends: few in CI, 10,000 where somebody asks for them. */
export const fuzzCount = (inCi: number): number => Number(process.env.TENANTRY_FUZZ ?? inCi);
export const fuzzSeed = Number(process.env.TENANTRY_FUZZ_SEED ?? 20261127);

/** What breaks readers that are careless. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'x'.repeat(5_000),
    -1,
    0.5,
    1e300,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [],
    {},
    new Date(0),
    10n,
    new Uint8Array(3),
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}')),
  fc.constant(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)),
);

/** Inputs of a schema's shape, most of them changed at one place or several, and some that have nothing of it. */
export function fuzzedInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const shaped = shapedBy(document, document as Json);
  const mutated = fc
    .tuple(shaped, fc.array(fc.tuple(fc.nat(), fc.nat(3), nasty), { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) =>
      changes.reduce((last, [where, how, other]) => changedAt(last, where, how, other), value),
    );
  return fc.oneof(
    { weight: 1, arbitrary: shaped },
    { weight: 6, arbitrary: mutated },
    { weight: 1, arbitrary: nasty },
  );
}

/** Values of the shape that a node of a JSON Schema or of an OpenAPI document describes. Whatever lies deeper than six levels is any JSON. */
export function shapedBy(described: unknown, root: Json, depth = 0): fc.Arbitrary<unknown> {
  if (!isObject(described) || depth > 6) return fc.jsonValue();
  const node = resolved(root, described);
  if (node.nullable === true)
    return fc.oneof(
      { weight: 4, arbitrary: shapedBy({ ...node, nullable: false }, root, depth) },
      fc.constant(null),
    );
  const of = (each: unknown): fc.Arbitrary<unknown> => shapedBy(each, root, depth + 1);
  const choices = [node.anyOf, node.oneOf].find(Array.isArray);
  if (choices !== undefined) return fc.oneof(...choices.map(of));
  if ('const' in node) return fc.constant(node.const);
  if (Array.isArray(node.enum)) return fc.constantFrom(...node.enum);
  switch (node.type) {
    case 'object': {
      const required = new Set(Array.isArray(node.required) ? node.required : []);
      const properties = isObject(node.properties) ? node.properties : {};
      return fc.record(Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, of(each)])), {
        requiredKeys: Object.keys(properties).filter((key) => required.has(key)),
      });
    }
    case 'array':
      return fc.array(of(node.items), { minLength: Math.min(Number(node.minItems ?? 0), 3), maxLength: 3 });
    case 'string':
      return fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('acme', 'org_1', '2026-11-02', 'https://a.example'),
      );
    case 'number':
      return fc.oneof(fc.double({ noNaN: true }), fc.integer());
    case 'integer':
      return fc.integer({ min: -5, max: 1_000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

/** A copy with one place changed: replaced, left out, with a key that nobody knows, or wrapped in a list. */
export function changedAt(value: unknown, where: number, how: number, other: unknown): unknown {
  const places = count(value);
  let at = where % places;
  const walk = (node: unknown): unknown => {
    const here = at === 0;
    at -= 1;
    if (here) {
      if (how === 0) return other;
      if (how === 1) return [node];
      if (how === 2 && isObject(node)) return { ...node, x_of_tomorrow: other };
      return undefined;
    }
    if (Array.isArray(node)) return node.map(walk);
    if (isObject(node))
      return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, walk(each)]));
    return node;
  };
  return walk(value);
}

const count = (node: unknown): number =>
  1 +
  (typeof node === 'object' && node !== null
    ? Object.values(node).reduce<number>((sum, each) => sum + count(each), 0)
    : 0);
