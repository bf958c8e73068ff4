import { isJsonArray, type JsonObject, type JsonValue } from './json';

/** One value to set at a path; null takes it out. */
export interface ValueAt {
  readonly path: string;
  readonly value: JsonValue;
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  value !== undefined && value !== null && typeof value === 'object' && !isJsonArray(value);

/**
 * What turns metadata into other metadata, each at the deepest path that differs: the service merges deeply, so that a whole is
 * replaced by its parts, and each part is an edit of its own that can collide, be undone and be told.
 *
 * @param above path of both, e.g. `publicMetadata`.
 */
export function metadataDifference(held: JsonObject, wanted: JsonObject, above: string): readonly ValueAt[] {
  const gone = Object.keys(held)
    .filter((key) => !Object.hasOwn(wanted, key))
    .map((key) => ({ path: `${above}.${key}`, value: null }));
  const set = Object.entries(wanted).flatMap(([key, value]): readonly ValueAt[] => {
    const path = `${above}.${key}`;
    const before = Object.hasOwn(held, key) ? held[key] : undefined;
    if (isObject(before) && isObject(value)) return metadataDifference(before, value, path);
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ path, value }];
  });
  return [...gone, ...set];
}

/** Why metadata cannot be set by paths and merges, null where it can. */
export function metadataFault(value: JsonValue, above = ''): string | null {
  if (!isObject(value)) return above === '' ? 'It must be an object: { … }.' : null;
  for (const [key, inner] of Object.entries(value)) {
    const path = above === '' ? key : `${above}.${key}`;
    if (key === '' || key.includes('.'))
      return `The key "${key}" cannot be set: keys are not empty and hold no dots.`;
    if (inner === null) return `${path} is null, which takes a key out: leave it out instead.`;
    const fault = metadataFault(inner, path);
    if (fault !== null) return fault;
  }
  return null;
}
