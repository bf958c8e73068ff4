import type { MangoQuerySelector, MangoQuerySortPart } from 'rxdb';
import { type CollectionSource, tableOf } from './collection-source';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import { liveQuery } from './live-query';
import { planQuery } from './mango/plan-query';
import { type Needle, needleOf } from './needle';
import { matcherOf, runQuery } from './run-query';
import { stringOfKey } from './string-key';
import { textCondition } from './text-condition';
import { hitsAnywhere, hitsWithin } from './text-hits';

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

/**
 * Finds documents whose declared text contains the needle, whatever its case and accents. Fields that start with
 * the needle come first, then words that do, then the rest; of many hits, only the first few hundred are ranked. One
 * or two letters find the starts of words only.
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
    const also = textCondition(table, needle);
    const documents = await runQuery(table, source.storageInstance.schema, query, { also });
    return documents.map((document) => String(document[table.layout.primary as keyof typeof document]));
  }
  const found = needleOf(needle);
  if (found === undefined) return [];
  const rows = hits(table, found, skip + limit).slice(skip);
  const id = `SELECT id FROM ${table.name} WHERE rid = ?`;
  return rows.map((row) => stringOfKey(String(table.file.value(id, [row]))));

  function hits(table: CollectionTable, found: Needle, most: number): readonly SqlValue[] {
    if (Object.keys(selector).length === 0) return hitsAnywhere(table, found, most);
    const query = liveQuery(source, { selector });
    const { where, exact } = planQuery(table, query);
    const matches = exact ? undefined : matcherOf(source.storageInstance.schema, query);
    return hitsWithin(table, found, { filter: where.may, matches }, most);
  }
}
