import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One way in which an answer may differ and still be what the spec allows. */
export interface Mutation {
  /** E.g. `data[].public_user_data: left out`. */
  readonly title: string;
  /** A changed copy of the answer; the same where it has no such place. Of a list's records the middle one is changed. */
  readonly apply: (body: unknown) => unknown;
}

type Json = Readonly<Record<string, unknown>>;
type Change = (holder: Json, name: string) => Json;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without: Change = (holder, name) => {
  const { [name]: _left, ...rest } = holder;
  return rest;
};
const replaced =
  (value: unknown): Change =>
  (holder, name) =>
    name in holder ? { ...holder, [name]: value } : holder;

/** How deep properties of properties are changed. */
const deepest = 4;

const documents = new Map<string, Json>();

/** The spec at a path; parsing one takes half a second, so that it is done once a process. */
export function documentOf(specPath: string): Json {
  const known = documents.get(specPath) ?? parse(readFileSync(specPath, 'utf8'), { maxAliasCount: -1 });
  if (!isObject(known)) throw new Error(`${specPath} is no OpenAPI document`);
  documents.set(specPath, known);
  return known;
}

/** Templates of all operations of a method: `/organizations/{organization_id}`. */
export function templatesOf(specPath: string, method: string): readonly string[] {
  const paths = read(documentOf(specPath), 'paths');
  return isObject(paths) ? Object.keys(paths).filter((path) => read(paths, path, method) !== undefined) : [];
}

/** The template that a path (behind `/v1`) is of. One without places comes first: `/users/count` is no `/users/{user_id}`. */
export function templateOf(specPath: string, method: string, path: string): string | undefined {
  return templatesOf(specPath, method)
    .filter((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((one, other) => one.split('{').length - other.split('{').length)[0];
}

/**
 * Every single mutation that an operation's 200 answer may have: each property that is not required left out, each
 * nullable one null, each enumeration with a value that is new, and properties that nobody knows in every object.
 */
export function specMutations(specPath: string, template: string, method = 'get'): readonly Mutation[] {
  const document = documentOf(specPath);
  const found: Mutation[] = [];

  const resolve = (node: unknown): Json => resolved(document, node);

  const walk = (schema: Json, path: readonly string[], depth: number): void => {
    if (depth > deepest) return;
    if (schema.type === 'array') {
      walk(resolve(schema.items), [...path, '[]'], depth);
      return;
    }
    if (!isObject(schema.properties)) return;
    const at = path.join('.').replaceAll('.[]', '[]');
    const add = (title: string, name: string, change: Change): void => {
      found.push({ title, apply: (body) => changeAt(body, path, (holder) => change(holder, name)) });
    };
    add(`${at}: with a property that nobody knows`, 'x_of_tomorrow', (holder, name) => ({
      ...holder,
      [name]: { deep: [1, null, 'x'] },
    }));
    const required = new Set(Array.isArray(schema.required) ? schema.required : []);
    for (const [name, declared] of Object.entries(schema.properties)) {
      const property = resolve(declared);
      const title = at === '' ? name : `${at}.${name}`;
      const nullable = property.nullable === true || (isObject(declared) && declared.nullable === true);
      if (!required.has(name)) add(`${title}: left out`, name, without);
      if (nullable) add(`${title}: null`, name, replaced(null));
      if (Array.isArray(property.enum)) add(`${title}: a new value`, name, replaced('of_tomorrow'));
      walk(property, [...path, name], depth + 1);
    }
  };

  const answer = resolved(document, document, 'paths', template, method, 'responses', '200');
  walk(resolved(document, answer, 'content', 'application/json', 'schema'), [], 0);
  return found;
}

/** What stands at the keys below a node of the document: references followed, the parts of `allOf` in one; {} where there is nothing. */
export function resolved(document: Json, from: unknown, ...keys: readonly string[]): Json {
  const follow = (node: unknown): Json => {
    if (!isObject(node)) return {};
    if (typeof node.$ref === 'string') return follow(read(document, ...node.$ref.slice(2).split('/')));
    if (!Array.isArray(node.allOf)) return node;
    const { allOf, ...rest } = node;
    const parts = node.allOf.map(follow);
    const required = [...parts, rest].flatMap((part) => (Array.isArray(part.required) ? part.required : []));
    return {
      ...Object.assign({}, ...parts),
      ...rest,
      properties: Object.assign({}, ...parts.map(({ properties }) => properties), node.properties),
      required,
    };
  };
  return keys.reduce<Json>((node, key) => follow(node[key]), follow(from));
}

function read(node: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), node);
}

/** `[]` stands for the middle record of the answer's list, and for every element of a list within a record. */
function changeAt(
  node: unknown,
  [head, ...rest]: readonly string[],
  change: (holder: Json) => Json,
  inRecord = false,
): unknown {
  if (head === undefined) return isObject(node) ? change(node) : node;
  if (head === '[]') {
    if (!Array.isArray(node)) return node;
    const middle = Math.floor(node.length / 2);
    return node.map((each, index) =>
      inRecord || index === middle ? changeAt(each, rest, change, true) : each,
    );
  }
  if (!isObject(node) || !(head in node)) return node;
  return { ...node, [head]: changeAt(node[head], rest, change, inRecord) };
}
