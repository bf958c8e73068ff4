import { EntityName, modelOf } from '../entity';
import type { Beside } from '../kinds/model';

/** What stands beside the rows of an entity, by name. */
export const besideOf = (entity: EntityName): Readonly<Record<string, Beside>> =>
  modelOf(entity).beside ?? {};

/** Entities that a value beside a row is read from. */
export function sourcesOf(beside: Beside): readonly EntityName[] {
  if ('follows' in beside) return [];
  if ('one' in beside) return [EntityName.parse(beside.one)];
  if ('newest' in beside) return [EntityName.parse(beside.newest)];
  return [EntityName.parse(beside.count), ...(beside.elevated ? (['role'] as const) : [])];
}
