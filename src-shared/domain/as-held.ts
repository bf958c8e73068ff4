import { isJsonArray, type JsonValue } from './json';
import { type Kind, kindSpec } from './kinds/kinds';

/**
 * A value as records hold it: a text, also one in a list, without blanks around it (the service trims it, and would seem
 * to hold another one); a set in the order of its keys; what the service
 * keeps in small letters (`lower` of its field) in these; a moment in ms. Others are as they are.
 */
export function asHeld(kind: Kind | undefined, value: JsonValue, { lower = false } = {}): JsonValue {
  if (kind === undefined) return value;
  const { spelling, held, given } = kindSpec(kind);
  if (given !== undefined && typeof value === 'string') return given(value.trim());
  const trimmed = spelling === 'exact' ? value : spelt(value, lower);
  return held === undefined || typeof value === 'string' ? trimmed : held(trimmed);
}

function spelt(value: JsonValue, lower: boolean): JsonValue {
  if (typeof value === 'string') return lower ? value.trim().toLowerCase() : value.trim();
  if (value === null || typeof value !== 'object' || !isJsonArray(value)) return value;
  return value.map((each) => spelt(each, lower));
}
