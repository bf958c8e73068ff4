import type { FieldKind } from './editable-fields';
import { isJsonArray, type JsonValue } from './json';

const trimmed: ReadonlySet<FieldKind | undefined> = new Set(['text', 'slug', 'email', 'color']);

/**
 * A value as records hold it: a text without blanks around it (the service trims it, and would seem to hold another one);
 * a list of permissions is a set, in the order of its keys. Others are as they are.
 */
export function asHeld(kind: FieldKind | undefined, value: JsonValue): JsonValue {
  if (typeof value === 'string') return trimmed.has(kind) ? value.trim() : value;
  if (kind !== 'permissions' || typeof value !== 'object' || value === null || !isJsonArray(value))
    return value;
  return [...new Set(value)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
