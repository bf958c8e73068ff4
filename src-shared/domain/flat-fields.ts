import { isJsonArray, type JsonObject, type JsonValue } from './json';
import type { AnyField } from './kinds/field';
import { models } from './models/models';

/** Objects whose parts are fields of their own, in history as for intents. */
const opened: ReadonlySet<string> = new Set(
  Object.values(models).flatMap(({ fields }) =>
    Object.entries<AnyField>(fields).flatMap(([name, { kind }]) =>
      kind === 'group' || kind === 'config' ? [name] : [],
    ),
  ),
);

/** A record's values by field path: `name`, `branding.tagline`, `config.auth_password.min_length`. Null has none. */
export function flatFields(record: object | null): Readonly<Record<string, JsonValue>> {
  const flat: Record<string, JsonValue> = {};
  const put = (field: string, value: JsonValue): void => {
    if (value === null || typeof value !== 'object' || isJsonArray(value)) flat[field] = value;
    else for (const [part, inner] of Object.entries(value)) put(`${field}.${part}`, inner);
  };
  for (const [field, value] of Object.entries((record ?? {}) as JsonObject)) {
    if (opened.has(field)) put(field, value);
    else flat[field] = value;
  }
  return flat;
}
