import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { entityHomes, peopleSorted } from './collections';
import { fold } from './sqlite-storage/folded-text';

/** What rows of an entity are sorted by, of a field's value: the same as the store's own pages are. */
export function orderValue(
  entity: EntityName,
  field: string,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const folded = peopleSorted[entityHomes[entity].collection]?.includes(field) ?? false;
  return folded && typeof value === 'string' ? fold(value) : value;
}
