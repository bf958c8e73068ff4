import { blankRecord } from '../blank-record';
import type { EntityName } from '../entity';
import { readField, writeField } from '../field-path';
import type { HistoryEntry } from '../history-entry';
import type { RecordId } from '../ids';
import type { JsonValue } from '../json';
import { fieldAt } from '../records/fields-of';
import type { RemoteRecord } from '../records/record-map';

/** How a record was at an earlier moment, told by what has to be taken back from its present state. */
export type Past =
  /** The service did not have it yet. */
  | { readonly kind: 'absent' }
  /** These fields were other ones. */
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, JsonValue> }
  /** It was deleted since: all its fields, as far as they were told, and what it was called. */
  | { readonly kind: 'whole'; readonly fields: ReadonlyMap<string, JsonValue>; readonly label: string };

/** Takes one more entry back; entries come newest first. Pure. */
export function rewind(past: Past | undefined, { change, fields, label }: HistoryEntry): Past {
  const told = fields.map(({ field, before }) => [field, before] as const);
  switch (change) {
    case 'created':
      return { kind: 'absent' };
    case 'deleted':
      return { kind: 'whole', fields: new Map(told), label };
    case 'updated':
      return past?.kind === 'whole'
        ? { ...past, fields: new Map([...past.fields, ...told]) }
        : {
            kind: 'fields',
            fields: new Map(past?.kind === 'fields' ? [...past.fields, ...told] : told),
          };
  }
}

/** The record as it was; null when the service did not have it then. `now`: as the service has it, null when it has not. */
export function pastRecord<E extends EntityName>(
  entity: E,
  id: RecordId,
  now: RemoteRecord<E> | null,
  past: Past | undefined,
): RemoteRecord<E> | null {
  if (past === undefined) return now;
  if (past.kind === 'absent') return null;
  const whole = past.kind === 'whole';
  let record: RemoteRecord<E> | null = whole ? blankRecord(entity, id, 0) : now;
  if (record === null) return null;
  // What repeats other records changed when those did, as their own history tells, and not when it was seen here.
  for (const [field, value] of past.fields)
    if ((whole || fieldAt(entity, field)?.repeats === undefined) && readField(record, field) !== undefined)
      record = writeField(record, field, value);
  return record;
}
