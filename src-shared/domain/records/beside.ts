import { EntityName, modelOf } from '../entity';
import type { Beside } from '../kinds/model';

/** What stands beside the rows of an entity, by name. */
export const besideOf = (entity: EntityName): Readonly<Record<string, Beside>> =>
  modelOf(entity).beside ?? {};

/** How many other records tell of a row. */
export type CountedBeside = Extract<Beside, { count: string }>;

/** What is counted beside the rows of an entity under a name; null for anything else. */
export function countedBeside(entity: EntityName, name: string): CountedBeside | null {
  const all = besideOf(entity);
  const beside = Object.hasOwn(all, name) ? all[name] : undefined;
  return beside !== undefined && 'count' in beside ? beside : null;
}

/** The names of all that is counted beside the rows of an entity. */
export const countedNames = (entity: EntityName): readonly string[] =>
  Object.keys(besideOf(entity)).filter((name) => countedBeside(entity, name) !== null);

/** Whether a figure can be looked up row by row: it is counted by the id of a row, in an index. */
export const isLookedUp = ({ count, by, at }: CountedBeside): boolean =>
  at === undefined && modelOf(EntityName.parse(count)).indexes.some(([first]) => first === by);

/** Entities that a value beside a row is read from. */
export function sourcesOf(beside: Beside): readonly EntityName[] {
  if ('since' in beside) return [];
  if ('agreed' in beside) return [EntityName.parse(beside.counts)];
  if ('one' in beside) return [EntityName.parse(beside.one)];
  if ('newest' in beside) return [EntityName.parse(beside.newest)];
  return [EntityName.parse(beside.count), ...(beside.elevated ? (['role'] as const) : [])];
}
