import { configField } from '../config-field';
import type { EntityName } from '../entity';
import { type Compared, sameSetting } from '../fleet/same-setting';
import { isJsonArray, type JsonValue, jsonEqual } from '../json';
import type { AnyField } from '../kinds/field';
import { spelt } from '../normalised';
import { fieldAt } from '../records/fields-of';

/**
 * Whether an answer holds what was sent, in the service's own words: in any case where it minds none, a list or words in another order, an
 * address written out, a time without its part of a second. It says nothing of who wrote that: only an answer to what was sent is compared so.
 */
export function sameTaken(entity: EntityName, path: string, held: JsonValue, sent: JsonValue): boolean {
  // What order and case say nothing of, only the schema of a config tells.
  if (configField(path) !== undefined) return sameSetting(anySpelling, held, sent);
  const field = fieldAt(entity, path);
  return jsonEqual(loosely(field, held), loosely(field, sent));
}

/** Of a web address: all before its path, and the slash that an empty path comes to. */
const origin = /^(https?:\/\/[^/?#]+)\/?/i;

const anySpelling: Compared = { kind: 'color', unordered: true, format: undefined };

function loosely(field: AnyField | undefined, value: JsonValue): JsonValue {
  if (typeof value === 'number') return field?.kind === 'time' ? Math.trunc(value / 1_000) : value;
  if (typeof value === 'string') return looseText(field, value);
  if (value === null || typeof value !== 'object' || !isJsonArray(value)) return value;
  return value.every((item) => typeof item === 'string')
    ? [...new Set(value.map((item) => looseText(field, String(item))))].sort()
    : value;
}

function looseText(field: AnyField | undefined, text: string): string {
  const plain = field?.anyCase ? spelt(text).toLowerCase() : spelt(text);
  if (field?.anyOrder) return plain.split(' ').sort().join(' ');
  return plain.replace(origin, (_, host: string) => `${host.toLowerCase()}/`);
}
