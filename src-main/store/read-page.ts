import type { Condition, Facet, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { entityHomes, facetFields, searchedText } from './collections';
import { countDocuments, documentsAlso, documentsById, findDocuments } from './read-documents';
import { selectorOf } from './selector-of';
import { tableOf } from './sqlite-storage/collection-source';
import type { CollectionTable } from './sqlite-storage/collection-table';
import { countFacets } from './sqlite-storage/count-facets';
import { countMatches } from './sqlite-storage/count-matches';
import { fewReferrers } from './sqlite-storage/few-referrers';
import { searchIds } from './sqlite-storage/search-ids';
import { and, TRUE } from './sqlite-storage/sql';
import { textCondition } from './sqlite-storage/text-condition';
import type { FewOf, StorePage } from './store';
import type { StoreCollection } from './store-database';
import { toRecord } from './to-record';

/** Facets of a search look at the best hits only. */
const mostHits = 10_000;

function isSearch({ entity, text }: PageQuery): boolean {
  return text.trim() !== '' && searchedText[entityHomes[entity].collection] !== undefined;
}

/** One page of an entity's rows, and how many rows match in all, where that is counted. Hits of a search come best first unless sorted. */
export async function readPage(
  collection: StoreCollection,
  query: PageQuery,
  counts = true,
): Promise<StorePage> {
  const { entity, where, sort, thenBy = [], offset, limit } = query;
  const selector = selectorOf(entity, where);
  if (isSearch(query)) {
    const hits = await searchIds(collection, query.text, {
      selector,
      skip: offset,
      limit,
      ...(sort && { sort: [sort, ...thenBy].map(({ field, direction }) => ({ [field]: direction })) }),
    });
    const none = { count: 0, exact: false };
    const matches = counts ? await countMatches(collection, query.text, { selector }) : none;
    return {
      rows: await inOrder(collection, query, hits),
      total: matches.count,
      totalIsLowerBound: !matches.exact,
    };
  }
  const order = [...orderOf(query)];
  const rows = await findDocuments(collection, { selector, sort: order, skip: offset, limit });
  return {
    rows: rows.map((document) => toRecord(entity, document)),
    total: counts ? await countDocuments(collection, { selector, sort: order }) : 0,
    totalIsLowerBound: !counts,
  };
}

function orderOf({ entity, sort, thenBy = [] }: PageQuery): readonly Record<string, 'asc' | 'desc'>[] {
  const keys = [sort ?? entityHomes[entity].sort, ...thenBy];
  const byId = keys.some(({ field }) => field === 'id') ? [] : [{ id: keys[0]?.direction ?? 'asc' }];
  return [...keys.map(({ field, direction }) => ({ [field]: direction })), ...byId];
}

/** As `readPage`, in the order that is asked for: rows that no more than `atMost` rows of another entity name. */
export async function readFew(
  homeOf: (entity: EntityName) => StoreCollection,
  query: PageQuery,
  { entity: other, by, where, atMost }: FewOf,
  counts = true,
): Promise<StorePage> {
  const { entity, offset, limit } = query;
  const collection = homeOf(entity);
  const table = tableOf(collection);
  table.ensureIndexed();
  // By a condition, so that a search that hits very many leaves nobody out.
  const text = isSearch(query) ? textCondition(table, query.text) : TRUE;
  const referrers = { source: homeOf(other), by, selector: selectorOf(other, where) };
  const { documents, count } = await documentsAlso(
    collection,
    {
      selector: selectorOf(entity, query.where),
      sort: [...orderOf(query)],
      skip: offset,
      limit,
    },
    and(fewReferrers(collection, referrers, atMost), text),
    counts,
  );
  const rows = documents.map((document) => toRecord(entity, document));
  return { rows, total: count, totalIsLowerBound: !counts };
}

/**
 * How many rows match. All of them are counted by every write, so that asking builds no index: a first sync is watched from
 * its first second, and loads several times faster into a table without indexes.
 */
export async function countRows(
  collection: StoreCollection,
  entity: EntityName,
  where: readonly Condition[],
): Promise<number> {
  const counted = facetFields[entityHomes[entity].collection]?.includes('state') ?? false;
  if (where.length > 0 || !counted) {
    const count = () =>
      countDocuments(collection, { selector: selectorOf(entity, where), sort: [{ id: 'asc' }] });
    return where.length > 0 ? count() : countWhole(tableOf(collection), entity, count);
  }
  const states = await countFacets(collection, 'state');
  return states.reduce((sum, { count }) => sum + count, 0);
}

/** How many records of an entity there are, by table, and after how many writes to it. */
const wholes = new WeakMap<CollectionTable, { writes: number; counts: Map<EntityName, number> }>();

/** A count of all records, kept until the next write to their table: the frame of the window asks for each after every change. */
async function countWhole(
  table: CollectionTable,
  entity: EntityName,
  count: () => Promise<number>,
): Promise<number> {
  const { writes } = table;
  const kept = wholes.get(table);
  const known = kept?.writes === writes ? kept : { writes, counts: new Map<EntityName, number>() };
  wholes.set(table, known);
  const found = known.counts.get(entity) ?? (await count());
  if (table.writes === writes) known.counts.set(entity, found);
  return found;
}

/** How many of the rows that match hold each value of a field, most frequent first. */
export async function readFacets(
  collection: StoreCollection,
  query: PageQuery,
  field: string,
): Promise<readonly Facet[]> {
  const selector = selectorOf(query.entity, query.where);
  if (!isSearch(query)) {
    const facets = await countFacets(collection, field, selector);
    return facets.map(({ value, count }) => ({ value: (value ?? null) as JsonValue, count }));
  }
  const hits = await searchIds(collection, query.text, { selector, limit: mostHits });
  const counts = new Map<JsonValue, number>();
  for (const document of await documentsById(collection, hits)) {
    const value = document[field] ?? null;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

async function inOrder(
  collection: StoreCollection,
  { entity }: PageQuery,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  const found = await documentsById(collection, ids);
  const byId = new Map(found.map((document) => [document.id, toRecord(entity, document)]));
  return ids.flatMap((id) => byId.get(id as StoredRecord['id']) ?? []);
}
