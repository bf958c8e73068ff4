import { isUnknownValue } from '../config-field';
import type { ConfigSetting } from '../config-settings';
import { around, readField } from '../field-path';
import { canonicalJson, isJsonArray, type JsonObject, type JsonValue, jsonEqual } from '../json';
import { isEmail } from '../kinds/texts';
import { spelt } from '../normalised';

/** What of a setting's schema a comparison needs. */
export type Compared = Pick<ConfigSetting, 'kind' | 'unordered' | 'format'>;

/**
 * Whether two values of a setting are the same to the service: texts as it may spell them anew, colours and addresses in any
 * case, sets in any order. Values that differ only so are no drift. Pure.
 */
export function sameSetting(setting: Compared | undefined, a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' && typeof b !== 'object' && (typeof a !== 'string' || typeof b !== 'string'))
    return false;
  return jsonEqual(plain(setting, a), plain(setting, b));
}

function plain(setting: Compared | undefined, value: JsonValue): JsonValue {
  if (typeof value === 'string') return plainText(setting, value);
  if (value === null || typeof value !== 'object') return value;
  if (isJsonArray(value)) {
    const items = value.map((item) => plain(setting, item));
    return setting?.unordered
      ? [...new Map(items.map((item) => [canonicalJson(item), item]))].sort(byKey)
      : items;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(setting, inner)]));
}

const byKey = ([a]: readonly [string, JsonValue], [b]: readonly [string, JsonValue]): number =>
  a < b ? -1 : 1;

function plainText(setting: Compared | undefined, text: string): string {
  const lower = setting?.kind === 'color' || setting?.format === 'email' || isEmail(text);
  return lower ? spelt(text).toLowerCase() : spelt(text);
}

/**
 * What an application's config holds for a setting; undefined where that cannot be told: never read, masked, read back as
 * null although it may be set, hidden by the schema. A key that is left out of a group that was read holds its default. Pure.
 */
export function heldSetting(
  config: JsonObject,
  path: string,
  setting: Pick<ConfigSetting, 'writeOnly' | 'initial'> | undefined,
): JsonValue | undefined {
  if (setting?.writeOnly) return undefined;
  const record = { config };
  const held = readField(record, path);
  if (held !== undefined) return isUnknownValue(held) ? undefined : held;
  const above = readField(record, path.slice(0, path.lastIndexOf('.')));
  const read = above !== null && typeof above === 'object' && !isJsonArray(above);
  return read && !isUnknownValue(setting?.initial) ? setting?.initial : undefined;
}

/** Whether a config that was read has no such key, nor a group for it: nothing hides there. Pure. */
export function isLeftOut(
  config: JsonObject,
  path: string,
  setting: Pick<ConfigSetting, 'writeOnly'> | undefined,
): boolean {
  if (setting?.writeOnly || Object.keys(config).length === 0) return false;
  return [...around(path), path].every((each) => {
    const held = readField({ config }, each);
    return held === undefined || (each !== path && held !== null && typeof held === 'object');
  });
}
