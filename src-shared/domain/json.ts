import { z } from 'zod';
import { t } from '../language/t';

/** Plain JSON: what may be stored, sent and compared. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Checked and not copied: a copy made key by key would lose one named `__proto__`. Said when asked: failures are known before a language is. */
export const JsonValue: z.ZodType<JsonValue> = z.custom<JsonValue>(isJson, {
  error: () => t('must be JSON'),
});
export const JsonObject: z.ZodType<JsonObject> = z.custom<JsonObject>(isJsonObject, {
  error: () => t('must be an object'),
});

/** Whether a value is an object that is JSON all through. */
export function isJsonObject(value: unknown): boolean {
  return isPlain(value) && isJson(value);
}

/** Whether a value is JSON all through, however deep. */
function isJson(root: unknown): boolean {
  const left: unknown[] = [root];
  for (let value = left.pop(); ; value = left.pop()) {
    if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value) && !isPlain(value)) return false;
      for (const key of Object.keys(value)) left.push((value as Record<string, unknown>)[key]);
    } else if (typeof value === 'number' ? !Number.isFinite(value) : !isScalar(value)) return false;
    if (left.length === 0) return true;
  }
}

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean';

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Deep equality of JSON values; the order of object keys does not count. */
export function jsonEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [one, other] = [a ?? null, b ?? null];
  if (one === other) return true;
  return typeof one === 'object' && typeof other === 'object' && canonicalJson(one) === canonicalJson(other);
}

/** JSON text with sorted keys: equal values give equal texts, so it can be hashed. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
}

/** Whether a value of JSON is an object, and no list. */
export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  value !== undefined && value !== null && typeof value === 'object' && !isJsonArray(value);

export function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The items of a list as texts; none for what is no list. */
export const textsIn = (value: JsonValue | undefined): string[] =>
  value !== undefined && isJsonArray(value) ? value.map(String) : [];
