import type { EntityName } from './entity';
import { isJsonArray, type JsonObject, type JsonValue, jsonEqual } from './json';
import type { AnyField } from './kinds/field';
import { models } from './models/models';
import { fieldAt } from './records/fields-of';
import type { RemoteRecord } from './records/record-map';

/** Objects whose parts are fields of their own, in history as for intents. */
const opened: ReadonlySet<string> = new Set(
  Object.values(models).flatMap(({ fields }) =>
    Object.entries<AnyField>(fields).flatMap(([name, { kind }]) =>
      kind === 'group' || kind === 'config' ? [name] : [],
    ),
  ),
);

/** A record's values by field path: `name`, `branding.tagline`, `config.auth_password.min_length`. Null has none. */
function flatFields(record: object | null): Readonly<Record<string, JsonValue>> {
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

export interface FieldChange {
  /** Field path: a group is told by its parts. */
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

type State = RemoteRecord | JsonObject | null;

/** True for a field that nobody edits: a change of it tells of another record, or of time. */
export function isDerivedField(entity: EntityName, field: string): boolean {
  return fieldAt(entity, field.split('.')[0] ?? '')?.derived === true;
}

/** Whether a change of `field` is what an edit of `edited` does: itself, the whole that it is a part of, or what follows from it. */
export function comesOf(entity: EntityName, field: string, edited: string): boolean {
  if (field === edited || edited.startsWith(`${field}.`)) return true;
  return fieldAt(entity, field)?.follows?.of.includes(edited) === true;
}

/**
 * Fields in which two states of one record differ; null stands for a record that is not there. A field that the state before
 * does not have at all was not copied by the version that wrote it: it is no change.
 */
export function fieldChanges(before: State, after: State): FieldChange[] {
  const old = flatFields(before);
  const now = flatFields(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'id' && isCopied(before, field) && !jsonEqual(old[field], now[field]))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }));
}

/** As `fieldChanges`, but for what follows from other records or from time: what somebody decided about this one. */
export function changedFields(entity: EntityName, before: State, after: State): readonly FieldChange[] {
  return fieldChanges(before, after).filter(({ field }) => !isDerivedField(entity, field));
}

/** Whether a state was written by a version that copies a field; a part counts by the whole of it. */
function isCopied(record: State, field: string): boolean {
  const [head = ''] = field.split('.');
  return record === null || Object.hasOwn(record, head);
}
