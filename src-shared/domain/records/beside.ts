import { EntityName, modelOf } from '../entity';
import type { Beside } from '../kinds/model';

/** What stands beside the rows of an entity, by name. */
export const besideOf = (entity: EntityName): Readonly<Record<string, Beside>> =>
  modelOf(entity).beside ?? {};

/** A figure beside the rows of an entity that rows can be picked by: counted by their id, in an index; null for anything else. */
export function pickedBeside(entity: EntityName, name: string): Extract<Beside, { count: string }> | null {
  const all = besideOf(entity);
  const beside = Object.hasOwn(all, name) ? all[name] : undefined;
  if (beside === undefined || !('count' in beside) || beside.at !== undefined) return null;
  const { indexes } = modelOf(EntityName.parse(beside.count));
  return indexes.some(([first]) => first === beside.by) ? beside : null;
}

/** Entities that a value beside a row is read from. */
export function sourcesOf(beside: Beside): readonly EntityName[] {
  if ('since' in beside) return [];
  if ('agreed' in beside) return [EntityName.parse(beside.counts)];
  if ('one' in beside) return [EntityName.parse(beside.one)];
  if ('newest' in beside) return [EntityName.parse(beside.newest)];
  return [EntityName.parse(beside.count), ...(beside.elevated ? (['role'] as const) : [])];
}
