import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';

interface Enveloped {
  readonly server: Readonly<Record<string, JsonValue>>;
}

/** The service's value of a field: kept apart while an open intent shows another one. */
export function serverValue(record: Enveloped, field: string): JsonValue {
  // What the service holds may be nothing: that is not what the row shows.
  const held = Object.hasOwn(record.server, field) ? record.server[field] : readField(record, field);
  return held ?? null;
}

/** The service's value when it differs from the one shown; undefined when the row shows the service's own. */
export function replacedValue(record: Enveloped, field: string): JsonValue | undefined {
  return record.server[field];
}
