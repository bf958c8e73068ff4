import { configField, isUnknownValue } from '../config-field';
import { readField } from '../field-path';
import type { IntentAction } from '../intent';
import { isJsonArray, type JsonObject, type JsonValue, jsonEqual } from '../json';
import type { RemoteRecord } from '../records/record-map';

/**
 * Fields that were sent but that the service's answer does not hold: it drops what it does not know without a word.
 *
 * @param before the record before the change, null for a creation. A logo comes back as a URL, so it counts as taken when
 *   it is another one than before.
 */
export function droppedFields(
  action: IntentAction,
  before: RemoteRecord | null,
  answer: RemoteRecord,
): readonly string[] {
  if (action.verb === 'delete') return [];
  const sent = action.verb === 'update' ? [[action.field, action.value] as const] : leaves(action.values);
  return sent.filter(([path, value]) => !isTaken(path, value, before, answer)).map(([path]) => path);
}

function isTaken(path: string, value: JsonValue, before: RemoteRecord | null, answer: RemoteRecord): boolean {
  const held = readField(answer, path);
  if (held === undefined) return true;
  if (jsonEqual(held, value)) return true;
  // What reads back masked, or as null although it is set, cannot be compared.
  if (configField(path) !== undefined && isUnknownValue(held)) return true;
  if (path === 'logo' && value !== '')
    return held !== '' && (before === null || !jsonEqual(held, readField(before, path)));
  if (path === 'email') return String(held).toLowerCase() === String(value).toLowerCase();
  return path === 'slug' && value === '';
}

/** Branding is answered with all its fields: what was sent of it is compared part by part. */
function leaves(values: JsonObject): readonly (readonly [string, JsonValue])[] {
  return Object.entries(values).flatMap(([path, value]) =>
    path === 'branding' && value !== null && typeof value === 'object' && !isJsonArray(value)
      ? Object.entries(value).map(([part, inner]) => [`${path}.${part}`, inner] as const)
      : [[path, value] as const],
  );
}
