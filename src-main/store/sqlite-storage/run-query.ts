import {
  type FilledMangoQuery,
  getQueryMatcher,
  getSortComparator,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb';
import type { CollectionTable } from './collection-table';
import { deepPage } from './deep-page';
import type { SqlValue } from './driver';
import { planQuery, type QueryPlan } from './mango/plan-query';
import { type Sql, TRUE } from './mango/sql';

type Documents<RxDocType> = RxDocumentData<RxDocType>[];

/** Up to this many rows, ids are found in the index first and documents are fetched one by one. */
const FETCH_ONE_BY_ONE = 1000;
const FIRST_BATCH = 256;
/** From this many skipped rows on, pages are found by way of landmarks. */
const DEEP = 1000;

function parse<RxDocType>(data: SqlValue): RxDocumentData<RxDocType> {
  return JSON.parse(String(data)) as RxDocumentData<RxDocType>;
}

function fetch<RxDocType>(table: CollectionTable, rowIds: readonly SqlValue[]): Documents<RxDocType> {
  const statement = `SELECT data FROM ${table.name} WHERE rid = ?`;
  return rowIds.map((rowId) => parse<RxDocType>(table.file.value(statement, [rowId]) ?? null));
}

/** SQL filters, sorts and pages. Skipping walks the index alone; only the page's own documents are read. */
function exactPage<RxDocType>(
  table: CollectionTable,
  plan: QueryPlan,
  skip: number,
  limit: number,
): Documents<RxDocType> {
  const { text, params } = plan.where.may;
  const tail = `FROM ${table.name} WHERE ${text} ORDER BY ${plan.orderBy} LIMIT ? OFFSET ?`;
  if (limit > FETCH_ONE_BY_ONE) {
    const most = Number.isFinite(limit) ? limit : -1;
    return table.file
      .column(`SELECT data ${tail}`, [...params, most, skip])
      .map((data) => parse<RxDocType>(data));
  }
  const { orderBy = '' } = plan;
  const deep = skip >= DEEP ? deepPage(table, { where: plan.where.may, orderBy, skip, limit }) : undefined;
  return fetch(table, deep ?? table.file.column(`SELECT rid ${tail}`, [...params, limit, skip]));
}

/** SQL narrows and sorts, the matcher judges: candidates are read in growing batches until the page is full. */
function matchedPage<RxDocType>(
  table: CollectionTable,
  plan: QueryPlan,
  matches: (document: RxDocumentData<RxDocType>) => boolean,
  skip: number,
  limit: number,
): Documents<RxDocType> {
  const { text, params } = plan.where.may;
  const select = `SELECT data FROM ${table.name} WHERE ${text} ORDER BY ${plan.orderBy} LIMIT ? OFFSET ?`;
  const found: Documents<RxDocType> = [];
  let offset = 0;
  for (let batch = FIRST_BATCH; found.length < skip + limit; batch *= 4) {
    const rows = table.file.column(select, [...params, batch, offset]);
    for (const data of rows) {
      const document = parse<RxDocType>(data);
      if (matches(document)) found.push(document);
    }
    if (rows.length < batch) break;
    offset += rows.length;
  }
  return found.slice(skip, skip + limit);
}

function anyDocument(): boolean {
  return true;
}

/** RxDB's own matcher for a query. */
export function matcherOf<RxDocType>(
  schema: RxJsonSchema<RxDocumentData<RxDocType>>,
  query: FilledMangoQuery<RxDocType>,
): (document: RxDocumentData<RxDocType>) => boolean {
  return getQueryMatcher(schema, query);
}

/**
 * Answers a query exactly as RxDB's own matcher and comparator would over all documents.
 *
 * @param also a further condition, for SQL alone
 */
export function runQuery<RxDocType>(
  table: CollectionTable,
  schema: RxJsonSchema<RxDocumentData<RxDocType>>,
  query: FilledMangoQuery<RxDocType>,
  also: Sql = TRUE,
): Documents<RxDocType> {
  const plan = planQuery(table, query, also);
  const skip = query.skip;
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  if (plan.exact && plan.orderBy !== undefined) return exactPage(table, plan, skip, limit);
  const matches = plan.exact ? anyDocument : matcherOf(schema, query);
  if (plan.orderBy !== undefined) return matchedPage(table, plan, matches, skip, limit);
  const { text, params } = plan.where.may;
  return table.file
    .column(`SELECT data FROM ${table.name} WHERE ${text} ORDER BY id`, params)
    .map((data) => parse<RxDocType>(data))
    .filter(matches)
    .sort(getSortComparator(schema, query))
    .slice(skip, skip + limit);
}

/** How many documents {@link runQuery} would return, without reading those that SQL alone can count. */
export function countQuery<RxDocType>(
  table: CollectionTable,
  schema: RxJsonSchema<RxDocumentData<RxDocType>>,
  query: FilledMangoQuery<RxDocType>,
  also: Sql = TRUE,
): number {
  const plan = planQuery(table, query, also);
  const { text, params } = plan.where.may;
  let count: number;
  if (plan.exact) {
    count = Number(table.file.value(`SELECT count(*) FROM ${table.name} WHERE ${text}`, params));
  } else {
    const matches = matcherOf(schema, query);
    count = table.file
      .column(`SELECT data FROM ${table.name} WHERE ${text}`, params)
      .filter((data) => matches(parse<RxDocType>(data))).length;
  }
  return Math.min(Math.max(0, count - query.skip), query.limit ?? count);
}
