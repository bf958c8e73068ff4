import type { Store } from '@main/store/store';
import { type Condition, type Filter, PageQuery } from '@shared/contract/page';
import { isElevated } from '@shared/domain/access';
import { EntityName } from '@shared/domain/entity';
import { grouped, groupOf } from '@shared/domain/filter/condition';
import { matchesAll } from '@shared/domain/filter/matches';
import type { JsonValue } from '@shared/domain/json';
import { type CountedBeside, countedBeside } from '@shared/domain/records/beside';

type Counts = ReadonlyMap<JsonValue, number>;

/** Which of the records that name a row are counted. */
export async function countedWhere(
  store: Pick<Store, 'list'>,
  { where, elevated }: CountedBeside,
): Promise<Filter[]> {
  const and: Filter[] = where === undefined ? [] : [{ ...where, op: 'eq' }];
  if (elevated) {
    const roles = await store.list('role', []);
    const keys = roles.filter(({ permissionKeys }) => isElevated(permissionKeys)).map(({ key }) => key);
    and.push({ field: 'role', op: 'in', value: keys });
  }
  return and;
}

/** A figure of all rows, by what their other records name them by; of those that are not in it, it is 0. */
export async function countsOf(
  store: Pick<Store, 'list' | 'facets'>,
  figure: CountedBeside,
): Promise<Counts> {
  const where = await countedWhere(store, figure);
  const query = PageQuery.parse({ entity: EntityName.parse(figure.count), where });
  return new Map((await store.facets(query, figure.by)).map(({ value, count }) => [value, count]));
}

/**
 * Conditions in which those on what is counted beside the rows stand as what they come to: which rows these are. Nothing of a figure is stored
 * with a row; it is counted of all of them at once, when it is asked for.
 */
export function figuresTold(
  store: Pick<Store, 'list' | 'facets'>,
  entity: EntityName,
  where: readonly Condition[],
): Promise<Condition[]> {
  const told = async (condition: Condition): Promise<Condition> => {
    const group = groupOf(condition);
    if (group !== null) return grouped(group.by, await figuresTold(store, entity, group.of));
    const filter = condition as Filter;
    const figure = countedBeside(entity, filter.field);
    return figure === null ? condition : ofThese(filter, figure.at ?? 'id', await countsOf(store, figure));
  };
  return Promise.all(where.map(told));
}

/** A condition on a figure as one on the rows that it holds of, or, where it holds of 0, on those that it does not hold of. */
function ofThese(filter: Filter, field: string, counts: Counts): Filter {
  const holds = (count: number): boolean => matchesAll([filter], { [filter.field]: count });
  const holdsOfNone = holds(0);
  const value = [...counts].flatMap(([named, count]) => (holds(count) === holdsOfNone ? [] : [named]));
  return { field, op: holdsOfNone ? 'nin' : 'in', value };
}
