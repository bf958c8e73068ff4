import { RecordId } from './ids';
import type { Intent } from './intent';
import { isJsonArray, type JsonObject, type JsonValue } from './json';

/** The intent with provisional ids replaced by the service's own, wherever it names them. */
export function replaceIds(intent: Intent, ids: ReadonlyMap<string, string>): Intent {
  const real = (id: string): string => ids.get(id) ?? id;
  const { action } = intent;
  return {
    ...intent,
    recordId: RecordId.parse(real(intent.recordId)),
    organizationId: real(intent.organizationId),
    action: 'values' in action ? { ...action, values: replaceIn(action.values, ids) } : action,
  };
}

/** A creation's values with provisional ids replaced, however deep they stand. */
export function replaceIn(values: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  const walk = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (value === null || typeof value !== 'object') return value;
    return isJsonArray(value) ? value.map(walk) : replaceIn(value, ids);
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, walk(value)]));
}
