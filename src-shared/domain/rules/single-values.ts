import type { EntityName } from '../entity';
import type { IntentId } from '../ids';
import type { Intent } from '../intent';
import type { JsonObject } from '../json';
import { fieldAt } from '../records/fields-of';

/** By intent: the step that gives up a value which it takes and only one record may have (`single` of a field). Pure. */
export function singleWaits(intents: readonly Intent[]): ReadonlyMap<IntentId, Intent> {
  const giving = new Map<string, Intent>();
  for (const intent of intents)
    for (const key of keysOf(intent.entity, given(intent))) giving.set(key, intent);
  const waits = new Map<IntentId, Intent>();
  if (giving.size === 0) return waits;
  for (const intent of intents)
    for (const key of keysOf(intent.entity, taken(intent))) {
      const gives = giving.get(key);
      if (gives !== undefined && gives.recordId !== intent.recordId) waits.set(intent.id, gives);
    }
  return waits;
}

function given({ action }: Intent): JsonObject {
  if (action.verb === 'update') return { [action.field]: action.base };
  return action.verb === 'delete' ? action.base : {};
}

function taken({ action }: Intent): JsonObject {
  if (action.verb === 'update') return { [action.field]: action.value };
  return action.verb === 'create' ? action.values : {};
}

const keysOf = (entity: EntityName, values: JsonObject): readonly string[] =>
  Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'string' && value !== '' && fieldAt(entity, field)?.single
      ? [`${entity} ${field} ${value.toLowerCase()}`]
      : [],
  );
