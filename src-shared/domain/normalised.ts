import type { FieldKind } from './editable-fields';
import { type JsonValue, jsonEqual } from './json';

const spaces = /\s+/gu;

/**
 * A value as a service may store what it was sent: texts in Unicode's composed form, without blanks around them and with
 * single ones inside; addresses, slugs and colours in small letters. Values that differ only so are the same value.
 */
function normalised(kind: FieldKind | undefined, value: JsonValue): JsonValue {
  if (typeof value !== 'string' || kind === 'image') return value;
  const text = spelt(value);
  return kind === 'email' || kind === 'slug' || kind === 'color' ? text.toLowerCase() : text;
}

/** A text in composed form, with single blanks inside and none around. */
export const spelt = (text: string): string => text.normalize('NFC').replace(spaces, ' ').trim();

/** Whether two values of a field are the same to the service. */
export function sameHeld(kind: FieldKind | undefined, a: JsonValue, b: JsonValue): boolean {
  return jsonEqual(a, b) || jsonEqual(normalised(kind, a), normalised(kind, b));
}
