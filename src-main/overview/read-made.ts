import type { Overview } from '@shared/contract/overview';
import { PageQuery } from '@shared/contract/page';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { dayMs } from '@shared/domain/utc-day';
import type { Rows } from './rows';

const week = 7 * dayMs;
/** Monday, 5 January 1970 (UTC): weeks begin with their Mondays. */
const monday = 4 * dayMs;
/** Weeks that are told, the one under way included. */
const weeks = 13;

/** Records by the week in which they were made, of those kinds whose number is kept and which have an index for it. */
export async function readMade(
  rows: Rows,
  entities: readonly EntityName[],
  scope: string,
  now: number,
): Promise<Overview['made']> {
  const made: Overview['made'] = [];
  const last = Math.floor((now - monday) / week) * week + monday;
  for (const entity of entities) {
    const { trend, indexes } = modelOf(entity);
    if (trend === undefined || trend.where !== undefined) continue;
    if (!indexes.some(([first]) => first === 'createdAt')) continue;
    const counted: Overview['made'][number]['weeks'] = [];
    for (let at = last - (weeks - 1) * week; at <= last; at += week) {
      const where = [
        { field: 'createdAt', op: 'gte', value: at },
        { field: 'createdAt', op: 'lt', value: at + week },
      ];
      const asked = PageQuery.parse({ entity, where, limit: 1, scope });
      counted.push({ from: at, count: await rows.count(asked) });
    }
    // A kind of which nothing came for so long has no chart.
    if (counted.some(({ count }) => count > 0)) made.push({ entity, says: trend.says, weeks: counted });
  }
  return made;
}
