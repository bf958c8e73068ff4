import type { JsonValue } from './json';
import { type Kind, kindSpec } from './kinds/kinds';

/**
 * A value as records hold it: a text without blanks around it (the service trims it, and would seem to hold another one);
 * a set in the order of its keys. Others are as they are.
 */
export function asHeld(kind: Kind | undefined, value: JsonValue): JsonValue {
  if (kind === undefined) return value;
  const { spelling, held } = kindSpec(kind);
  if (typeof value === 'string') return spelling === 'exact' ? value : value.trim();
  return held === undefined ? value : held(value);
}
