import { type EntityName, modelOf } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';

/** Names of what pages show beside each row of the record that a field names. */
export const namesBeside = (entity: EntityName, field: string): readonly string[] =>
  Object.entries(modelOf(entity).beside ?? {}).flatMap(([name, beside]) =>
    'one' in beside && 'by' in beside && beside.by === field ? [name] : [],
  );

/** What the record that a field names is called, where pages show it beside; null where they do not. */
export function besideName(entity: EntityName, field: string, extras: JsonObject): string | null {
  const texts = namesBeside(entity, field).map((name) => extras[name]);
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? null;
}
