import type { MangoQuerySelector } from 'rxdb';
import { type CollectionSource, tableOf } from './collection-source';
import { liveQuery } from './live-query';
import { planQuery } from './mango/plan-query';
import { needleOf } from './needle';
import { countQuery } from './run-query';
import { textCondition } from './text-condition';

/** How many documents contain a needle. */
export interface MatchCount {
  readonly count: number;
  /** False when counting stopped: there are more than `count`. */
  readonly exact: boolean;
}

/**
 * Counts the documents that {@link searchIds} could find, up to `atMost` (10,000 by default); beyond that the
 * exact number is seldom worth the wait.
 */
export async function countMatches<RxDocType>(
  source: CollectionSource<RxDocType>,
  needle: string,
  {
    selector = {},
    atMost = 10_000,
  }: { readonly selector?: MangoQuerySelector<RxDocType>; readonly atMost?: number } = {},
): Promise<MatchCount> {
  const table = tableOf(source);
  const found = needleOf(needle);
  if (found === undefined) return { count: 0, exact: true };
  const query = liveQuery(source, { selector });
  const { where, exact } = planQuery(table, query);
  if (!exact) {
    const also = textCondition(table, needle);
    const count = await countQuery(table, source.storageInstance.schema, query, { also });
    return { count, exact: true };
  }
  const text = table.searchable().name;
  // The text index holds no deleted documents: without a selector it answers alone.
  const filtered = Object.keys(selector).length > 0;
  const join = filtered ? `CROSS JOIN ${table.name} ON rid = ${text}.rowid` : '';
  const count = Number(
    table.file.value(
      `SELECT count(*) FROM (SELECT 1 FROM ${text} ${join}
       WHERE ${text} MATCH ? ${filtered ? `AND ${where.may.text}` : ''} LIMIT ?)`,
      [found.query, ...(filtered ? where.may.params : []), atMost + 1],
    ),
  );
  return { count: Math.min(count, atMost), exact: count <= atMost };
}
