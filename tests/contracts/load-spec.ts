import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const beside = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/specs/${name}`, import.meta.url));

/** The OpenAPI documents, beside the repository; tests that need them are skipped when they are missing. */
export const specPath = beside('bapi-2026-05-12.yml');
export const platformSpecPath = beside('platform-beta.yml');

export const specMissing = !existsSync(specPath) || !existsSync(platformSpecPath);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** OpenAPI 3.0's `nullable` in JSON Schema's words. */
const toJsonSchema = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (!isObject(node)) return node;
  const { nullable, discriminator: _discriminator, example: _example, ...rest } = node;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]));
  if (nullable !== true) return schema;
  if (typeof schema.type === 'string' && schema.allOf === undefined) {
    const values = schema.enum;
    return {
      ...schema,
      type: [schema.type, 'null'],
      ...(Array.isArray(values) && { enum: [...values, null] }),
    };
  }
  return { anyOf: [schema, { type: 'null' }] };
};

/** Statuses that any operation may answer with, whether or not the document repeats them there. */
const universal: Readonly<Record<number, string>> = {
  401: 'AuthenticationInvalid',
  403: 'AuthorizationInvalid',
  404: 'ResourceNotFound',
  415: 'ClerkErrors',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
};

/** Checks answers against the document. */
export interface Spec {
  /** What is wrong with an answer, in words; undefined when nothing is. */
  readonly problems: (method: string, template: string, status: number, body: unknown) => string | undefined;
  /** The path of an operation as the document has it, by one whose parameters may be called otherwise (`/users/:id`). */
  readonly templateOf: (method: string, route: string) => string | undefined;
  /** Property names of a schema. */
  readonly properties: (schema: string) => readonly string[];
}

const at = (node: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), node);

/** A reference to the schema of a JSON answer; '' where the answer has no body. */
const bodyOf = (declared: unknown, template: string, method: string, status: number): string => {
  const reference = at(declared, '$ref');
  if (typeof reference === 'string') return `spec${reference}/content/application~1json/schema`;
  if (at(declared, 'content') === undefined) return '';
  const path = encodeURIComponent(template.replaceAll('/', '~1'));
  return `spec#/paths/${path}/${method}/responses/${status}/content/application~1json/schema`;
};

const shape = (path: string): string => path.replaceAll(/\{\w+\}|:\w+/g, '*');

/** Loads and compiles a document (about half a second). */
export const loadSpec = (path = specPath): Spec => {
  const document = toJsonSchema(parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 }));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  formats.default(ajv);
  ajv.addFormat('int64', true);
  ajv.addSchema({ $id: 'spec', ...(document as object) });
  return {
    problems: (method, template, status, body) => {
      if (at(document, 'paths', template, method) === undefined)
        return `${method} ${template} is not in the spec`;
      const declared = at(document, 'paths', template, method, 'responses', String(status));
      const common = universal[status];
      if (declared === undefined && common === undefined)
        return `${method} ${template} may not answer ${status}`;
      const response = declared ?? { $ref: `#/components/responses/${common}` };
      const pointer = bodyOf(response, template, method, status);
      if (pointer === '') return body === undefined ? undefined : `${status} must have no body`;
      const validate = ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer });
      if (validate(body)) return undefined;
      return (validate.errors ?? [])
        .map((error: ErrorObject) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
        .slice(0, 10)
        .join('\n');
    },
    templateOf: (method, route) =>
      Object.entries((at(document, 'paths') ?? {}) as Json).find(
        ([path, operations]) => shape(path) === shape(route) && at(operations, method) !== undefined,
      )?.[0],
    properties: (schema) =>
      Object.keys((at(document, 'components', 'schemas', schema, 'properties') ?? {}) as object),
  };
};
