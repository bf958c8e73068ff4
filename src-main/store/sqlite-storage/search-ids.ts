import type { MangoQuerySelector, MangoQuerySortPart } from 'rxdb';
import { type CollectionSource, tableOf } from './collection-source';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import { liveQuery } from './live-query';
import { planQuery } from './mango/plan-query';
import { needleQueries } from './needle';
import { matcherOf, runQuery } from './run-query';
import { stringOfKey } from './string-key';
import { textCondition } from './text-condition';

/** Which of the hits to give back. */
export interface SearchOptions<RxDocType> {
  /** Most ids to return; 50 by default. */
  readonly limit?: number;
  readonly skip?: number;
  /** Only documents that match this, too. */
  readonly selector?: MangoQuerySelector<RxDocType>;
  /** Order by fields, not by how well the text fits. */
  readonly sort?: MangoQuerySortPart<RxDocType>[];
}

/** Hits in rank order; within a rank, in the order the documents came. */
function rankedRows<RxDocType>(
  source: CollectionSource<RxDocType>,
  table: CollectionTable,
  needle: string,
  selector: MangoQuerySelector<RxDocType>,
  most: number,
): readonly SqlValue[] {
  const query = liveQuery(source, { selector });
  const { where, exact } = planQuery(table, query);
  const matches = exact ? undefined : matcherOf(source.storageInstance.schema, query);
  const text = table.textIndexName();
  const found = new Set<SqlValue>();
  for (const match of needleQueries(needle)) {
    const rows = table.file.column(
      `SELECT rid FROM ${text} CROSS JOIN ${table.name} ON rid = ${text}.rowid
       WHERE ${text} MATCH ? AND ${where.may.text}${exact ? ' LIMIT ?' : ''}`,
      [match, ...where.may.params, ...(exact ? [most + found.size] : [])],
    );
    for (const row of rows) {
      if (found.size >= most) return [...found];
      if (matches === undefined || matches(table.document<RxDocType>(row))) found.add(row);
    }
  }
  return [...found];
}

/**
 * Finds documents whose declared text contains the needle, whatever its case and accents. Fields that start with
 * the needle come first, then words that do, then the rest. One or two letters find the starts of words only.
 *
 * @returns ids in rank order, or in the order of `sort`.
 * @throws TypeError when the collection has no text fields or lies in another storage.
 */
export async function searchIds<RxDocType>(
  source: CollectionSource<RxDocType>,
  needle: string,
  { limit = 50, skip = 0, selector = {}, sort }: SearchOptions<RxDocType> = {},
): Promise<readonly string[]> {
  const table = tableOf(source);
  table.ensureIndexed();
  if (sort !== undefined) {
    const query = liveQuery(source, { selector, sort, skip, limit });
    const documents = runQuery(table, source.storageInstance.schema, query, textCondition(table, needle));
    return documents.map((document) => String(document[table.layout.primary as keyof typeof document]));
  }
  const rows = rankedRows(source, table, needle, selector, skip + limit).slice(skip);
  const id = `SELECT id FROM ${table.name} WHERE rid = ?`;
  return rows.map((row) => stringOfKey(String(table.file.value(id, [row]))));
}
