import type { EntityName } from './entity';
import { flatFields } from './flat-fields';
import { type JsonObject, type JsonValue, jsonEqual } from './json';
import { fieldAt } from './records/fields-of';
import type { RemoteRecord } from './records/record-map';

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
