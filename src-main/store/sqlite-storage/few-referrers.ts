import type { MangoQuerySelector } from 'rxdb';
import { type CollectionSource, tableOf } from './collection-source';
import { liveQuery } from './live-query';
import { planQuery } from './mango/plan-query';
import { columnOf } from './mango/resolve-field';
import { type Sql, sql } from './sql';

/** Documents of another collection that hold the id of one of these in a field. */
export interface Referrers<RxDocType> {
  readonly source: CollectionSource<RxDocType>;
  /** The field; it must be indexed, else this throws. */
  readonly by: string;
  readonly selector: MangoQuerySelector<RxDocType>;
}

/**
 * The condition that no more than `atMost` documents of another collection of the same file name a document: one look into an index
 * for each, which stops at the first that is too many.
 */
export function fewReferrers<Named, Naming>(
  source: CollectionSource<Named>,
  { source: other, by, selector }: Referrers<Naming>,
  atMost: number,
): Sql {
  const [table, referring] = [tableOf(source), tableOf(other)];
  const column = columnOf(referring, by);
  if (column === undefined) throw new Error(`Not indexed: ${by}`);
  referring.ensureIndexed();
  const { where, exact } = planQuery(referring, liveQuery(other, { selector }));
  if (!exact) throw new Error(`Not decided by columns alone: ${JSON.stringify(selector)}`);
  const named = `${where.may.text} AND ${column} = ${table.name}.id`;
  return sql(
    `(SELECT count(*) FROM (SELECT 1 FROM ${referring.name} WHERE ${named} LIMIT ${atMost + 1})) <= ${atMost}`,
    ...where.may.params,
  );
}
