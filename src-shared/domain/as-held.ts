import type { FieldKind } from './editable-fields';
import { isJsonArray, type JsonValue } from './json';

/** A value as records hold it: a list of permissions is a set, in the order of its keys. Others are as they are. */
export function asHeld(kind: FieldKind | undefined, value: JsonValue): JsonValue {
  if (kind !== 'permissions' || typeof value !== 'object' || value === null || !isJsonArray(value))
    return value;
  return [...new Set(value)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
