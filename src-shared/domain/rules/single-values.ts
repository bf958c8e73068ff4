import { EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { IntentId } from '../ids';
import type { Intent } from '../intent';
import type { JsonObject, JsonValue } from '../json';
import type { AnyField } from '../kinds/field';
import { type PlanFacts, serverOf } from './plan-facts';

/** Fields whose values one record alone may have (`single`), by entity. */
const singles = new Map(
  EntityName.options.map((entity) => {
    const fields = Object.entries<AnyField>(modelOf(entity).fields);
    return [entity, fields.flatMap(([name, { single }]) => (single ? [name] : []))];
  }),
);

type Facts = Pick<PlanFacts, 'intents' | 'rows'>;

/**
 * By intent: the steps that give up a value which it takes and only one record may have (`single` of a field). An edit takes one
 * value, a creation may take several. What the service holds under it no more was given up already. Pure.
 */
export function singleWaits(facts: Facts): ReadonlyMap<IntentId, readonly Intent[]> {
  const giving = new Map<string, Intent>();
  for (const intent of facts.intents)
    for (const key of keysOf(intent.entity, (field) => given(facts, intent, field))) giving.set(key, intent);
  const waits = new Map<IntentId, readonly Intent[]>();
  if (giving.size === 0) return waits;
  for (const intent of facts.intents) {
    const gives = keysOf(intent.entity, (field) => taken(intent, field)).flatMap(
      (key) => giving.get(key) ?? [],
    );
    const others = gives.filter(({ recordId }) => recordId !== intent.recordId);
    if (others.length > 0) waits.set(intent.id, others);
  }
  return waits;
}

function given(facts: Facts, { entity, recordId, action }: Intent, field: string): JsonValue | undefined {
  const gives = action.verb === 'delete' || (action.verb === 'update' && action.field === field);
  const held = gives ? serverOf(facts, entity, recordId) : null;
  return held === null ? undefined : readField(held, field);
}

function taken({ action }: Intent, field: string): JsonValue | undefined {
  if (action.verb === 'update') return action.field === field ? action.value : undefined;
  const values: JsonObject = action.verb === 'create' ? action.values : {};
  return values[field];
}

const keysOf = (entity: EntityName, at: (field: string) => JsonValue | undefined): readonly string[] =>
  (singles.get(entity) ?? []).flatMap((field) => {
    const value = at(field);
    return typeof value === 'string' && value !== '' ? [`${entity} ${field} ${value.toLowerCase()}`] : [];
  });
