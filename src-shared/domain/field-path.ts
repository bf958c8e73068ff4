import type { JsonObject, JsonValue } from './json';

/** Reads a dotted field path (`branding.primaryColor`); undefined where a part is missing. */
export function readField(record: object, path: string): JsonValue | undefined {
  if (!path.includes('.') && !Array.isArray(record))
    return Object.hasOwn(record, path) ? (record as JsonObject)[path] : undefined;
  let current: unknown = record;
  for (const part of path.split('.')) {
    if (current === null || typeof current !== 'object' || Array.isArray(current)) return undefined;
    current = Object.hasOwn(current, part) ? (current as Record<string, unknown>)[part] : undefined;
  }
  return current as JsonValue | undefined;
}

/** A copy of the record with the value at a dotted field path; objects on the way are copied or made. */
export function writeField<T extends object>(record: T, path: string, value: JsonValue): T {
  if (!path.includes('.')) return { ...record, [path]: value };
  const [head = '', ...rest] = path.split('.');
  const inner = Object.hasOwn(record, head) ? (record as Record<string, unknown>)[head] : undefined;
  const base: JsonObject =
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? (inner as JsonObject) : {};
  return { ...record, [head]: writeField(base, rest.join('.'), value) };
}

/** What a field is inside of: `a.b.c` of `a` and `a.b`. */
export const around = (path: string): readonly string[] =>
  [...path.matchAll(/\./g)].map(({ index }) => path.slice(0, index));

/** Whether one of two fields is inside of the other. */
export const overlap = (a: string, b: string): boolean => a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Whether edits of two fields are about the same value: of one field, or of one inside of the other. */
export const meets = (a: string, b: string): boolean => a === b || overlap(a, b);
