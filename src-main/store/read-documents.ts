import type { MangoQuery, PreparedQuery, RxDocumentData } from 'rxdb';
import { tableOf } from './sqlite-storage/collection-source';
import { liveQuery } from './sqlite-storage/live-query';
import { countQuery, runQuery } from './sqlite-storage/run-query';
import type { Sql } from './sqlite-storage/sql';
import { stringKey, stringOfKey } from './sqlite-storage/string-key';
import type { StoreCollection } from './store-database';
import type { StoreDocument } from './store-document';

type Query = MangoQuery<StoreDocument>;

/** No storage of ours looks at RxDB's plan, and to try all indexes of a collection for it takes longer than many answers. */
const unplanned: PreparedQuery<StoreDocument>['queryPlan'] = {
  ...{ index: [], startKeys: [], endKeys: [], inclusiveStart: true, inclusiveEnd: true },
  ...{ sortSatisfiedByIndex: false, selectorSatisfiedByIndex: false },
};

const prepared = (collection: StoreCollection, query: Query): PreparedQuery<StoreDocument> => ({
  query: liveQuery(collection, query),
  queryPlan: unplanned,
});

/** Documents that match, straight from the storage: nothing is kept in RxDB's caches of documents and queries. */
export async function findDocuments(
  collection: StoreCollection,
  query: Query,
): Promise<readonly RxDocumentData<StoreDocument>[]> {
  return (await collection.storageInstance.query(prepared(collection, query))).documents;
}

export async function countDocuments(collection: StoreCollection, query: Query): Promise<number> {
  return (await collection.storageInstance.count(prepared(collection, query))).count;
}

/** A page of a query under a further condition, for SQL alone, and how many documents match in all where that is counted. */
export async function documentsAlso(
  collection: StoreCollection,
  query: Query,
  also: Sql,
  counts: boolean,
): Promise<{ readonly documents: readonly RxDocumentData<StoreDocument>[]; readonly count: number }> {
  const [table, schema] = [tableOf(collection), collection.storageInstance.schema];
  table.ensureIndexed();
  const { skip: _skip, limit: _limit, ...all } = query;
  return {
    documents: await runQuery(table, schema, liveQuery(collection, query), { also }),
    count: counts ? await countQuery(table, schema, liveQuery(collection, all), { also }) : 0,
  };
}

/** Documents by id, in no order; with tombstones when asked. */
export async function documentsById(
  collection: StoreCollection,
  ids: readonly string[],
  withDeleted = false,
): Promise<readonly RxDocumentData<StoreDocument>[]> {
  if (ids.length === 0) return [];
  return collection.storageInstance.findDocumentsById([...ids], withDeleted);
}

/**
 * Hashes of the server rows that living records were made of, by id; '' for a record that the service has lost. Read without
 * the documents: a sweep asks for every record and mostly finds that nothing changed.
 */
export function recordHashes(
  collection: StoreCollection,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const table = tableOf(collection);
  const found = table.file.rows(
    `SELECT j.key AS place, CASE t.data ->> '$.state' WHEN 'gone' THEN '' ELSE t.data ->> '$.sync.hash' END AS hash
     FROM json_each(?) j CROSS JOIN ${table.name} t ON t.id = j.value WHERE t.deleted = 0`,
    [JSON.stringify(ids.map(stringKey))],
  );
  return new Map(found.map(({ place, hash }) => [ids[Number(place)] ?? '', String(hash)]));
}

/** Builds the indexes that questions need, once; until then writes are several times faster. */
export function buildIndexes(collection: StoreCollection): void {
  tableOf(collection).ensureIndexed();
}

/** Ids of all living documents, without reading the documents. */
export function documentIds(collection: StoreCollection): readonly string[] {
  const table = tableOf(collection);
  return table.file
    .column(`SELECT id FROM ${table.name} WHERE deleted = 0`)
    .map((key) => stringOfKey(String(key)));
}
