import { NotKnown } from '@main/store/as-store-failure';
import { keptAnswer } from '@main/store/kept-answers';
import { readWalked } from '@main/store/kept-walk';
import type { Store } from '@main/store/store';
import { readSweep } from '@main/sync/walk-state';
import type { Failure } from '@shared/contract/failure';
import { type Condition, type Filter, PageQuery } from '@shared/contract/page';
import { isElevated } from '@shared/domain/access';
import { EntityName, entityWords } from '@shared/domain/entity';
import { grouped, groupOf } from '@shared/domain/filter/condition';
import { matchesAll } from '@shared/domain/filter/matches';
import type { JsonValue } from '@shared/domain/json';
import { type CountedBeside, countedBeside, sourcesOf } from '@shared/domain/records/beside';
import { t } from '@shared/language/t';

type Counts = ReadonlyMap<JsonValue, number>;
/** What figures are counted from. */
export type FigureReads = Pick<Store, 'list' | 'facets' | 'meta' | 'subscribe'>;

/** Why a figure cannot be told: what it counts was never copied to its end, or is refused or not complete since. Null where it can. */
export async function figureLack(store: Pick<Store, 'meta'>, figure: CountedBeside): Promise<Failure | null> {
  for (const entity of sourcesOf(figure)) {
    const { ended, failure } = await readWalked(store, entity);
    if (failure === null && (ended || (await readSweep(store)).startedAt === 0)) continue;
    const { many } = entityWords[entity];
    const why = t('{figure} cannot be counted: not all {many} are copied here.', {
      figure: figure.label,
      many,
    });
    return {
      code: failure?.code ?? 'incomplete',
      message: [why, ...(failure === null ? [] : [failure.message])].join(' '),
      next: failure?.next ?? t('Sync to the end, then ask again.'),
    };
  }
  return null;
}

/** @throws NotKnown where a figure cannot be told: what is not known is not 0 */
export async function mustBeKnown(store: Pick<Store, 'meta'>, figure: CountedBeside): Promise<void> {
  const lack = await figureLack(store, figure);
  if (lack !== null) throw new NotKnown(lack);
}

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

/**
 * A figure of all rows, by what their other records name them by; of those that are not in it, it is 0. Kept until one of those is written.
 *
 * @throws NotKnown
 */
export async function countsOf(store: FigureReads, figure: CountedBeside): Promise<Counts> {
  await mustBeKnown(store, figure);
  return keptAnswer(store, { key: `counts ${keyOf(figure)}`, of: sourcesOf(figure) }, async () => {
    const where = await countedWhere(store, figure);
    const query = PageQuery.parse({ entity: EntityName.parse(figure.count), where });
    return new Map((await store.facets(query, figure.by)).map(({ value, count }) => [value, count]));
  });
}

const keyOf = ({ count, by, where, elevated }: CountedBeside): string =>
  JSON.stringify([count, by, where, elevated]);

/**
 * Conditions in which those on what is counted beside the rows stand as what they come to: which rows these are. Nothing of a figure is stored
 * with a row; it is counted of all of them at once, when it is first asked for.
 *
 * @throws NotKnown
 */
export function figuresTold(
  store: FigureReads,
  entity: EntityName,
  where: readonly Condition[],
): Promise<Condition[]> {
  const told = async (condition: Condition): Promise<Condition> => {
    const group = groupOf(condition);
    if (group !== null) return grouped(group.by, await figuresTold(store, entity, group.of));
    const filter = condition as Filter;
    const figure = countedBeside(entity, filter.field);
    if (figure === null) return condition;
    await mustBeKnown(store, figure);
    const key = `told ${keyOf(figure)} ${JSON.stringify([figure.at, filter])}`;
    // Counted within: what was counted before a write is not kept behind it.
    return keptAnswer(store, { key, of: sourcesOf(figure) }, async () =>
      ofThese(filter, figure.at ?? 'id', await countsOf(store, figure)),
    );
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
