import { isJsonArray, type JsonValue, jsonEqual } from './json';
import { type Kind, kindSpec } from './kinds/kinds';

const spaces = /\s+/gu;

/**
 * A value as a service may store what it was sent: texts in Unicode's composed form, without blanks around them and with
 * single ones inside, those of a list too; addresses, slugs and colours in small letters. Values that differ only so are
 * the same value.
 */
function normalised(kind: Kind | undefined, value: JsonValue): JsonValue {
  const spelling = kind === undefined ? 'text' : kindSpec(kind).spelling;
  if (spelling === 'exact' || value === null) return value;
  if (typeof value === 'object' && isJsonArray(value)) return value.map((each) => normalised(kind, each));
  if (typeof value !== 'string') return value;
  return spelling === 'lower' ? spelt(value).toLowerCase() : spelt(value);
}

/** A text in composed form, with single blanks inside and none around. */
export const spelt = (text: string): string => text.normalize('NFC').replace(spaces, ' ').trim();

/** Whether two values of a field are the same to the service. */
export function sameHeld(kind: Kind | undefined, a: JsonValue, b: JsonValue): boolean {
  return jsonEqual(a, b) || jsonEqual(normalised(kind, a), normalised(kind, b));
}
