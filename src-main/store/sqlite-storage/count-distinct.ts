import { type CollectionSource, tableOf } from './collection-source';
import type { Facet } from './count-facets';
import { liveQuery } from './live-query';
import { planQuery } from './mango/plan-query';
import { columnOf } from './mango/resolve-field';
import { valueOfKey } from './value-key';

/**
 * How many different values of one field the documents with each value of another have: different people for each role, say.
 * Both fields must have a column of their own (be indexed), else it throws.
 */
export async function countDistinct<RxDocType>(
  source: CollectionSource<RxDocType>,
  path: string,
  of: string,
): Promise<readonly Facet[]> {
  const table = tableOf(source);
  const [by, counted] = [columnOf(table, path), columnOf(table, of)];
  if (by === undefined || counted === undefined) throw new Error(`Not indexed: ${path} or ${of}`);
  table.ensureIndexed();
  const { where } = planQuery(table, liveQuery(source, { selector: {} }));
  return table.file
    .rows(
      `SELECT ${by} AS value, count(DISTINCT ${counted}) AS count FROM ${table.name} WHERE ${where.may.text} GROUP BY ${by}`,
      where.may.params,
    )
    .map(({ value = null, count }) => ({ value: valueOfKey(value), count: Number(count) }));
}
