import { isJsonArray, type JsonValue } from './json';
import { type Kind, kindSpec } from './kinds/kinds';

/**
 * A value as records hold it: a text, also one in a list, without blanks around it (the service trims it, and would seem
 * to hold another one); a set in the order of its keys. Others are as they are.
 */
export function asHeld(kind: Kind | undefined, value: JsonValue): JsonValue {
  if (kind === undefined) return value;
  const { spelling, held } = kindSpec(kind);
  const trimmed = spelling === 'exact' ? value : withoutBlanks(value);
  return held === undefined || typeof value === 'string' ? trimmed : held(trimmed);
}

function withoutBlanks(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.trim();
  return value !== null && typeof value === 'object' && isJsonArray(value) ? value.map(withoutBlanks) : value;
}
