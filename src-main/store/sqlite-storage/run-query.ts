import {
  type FilledMangoQuery,
  getQueryMatcher,
  getSortComparator,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb';
import type { CollectionTable } from './collection-table';
import { deepPage } from './deep-page';
import { documentOf } from './document-data';
import type { SqlValue } from './driver';
import { planQuery, type QueryPlan } from './mango/plan-query';
import { type Sql, TRUE } from './sql';
import { StoreError } from './store-error';
import { talliedCount } from './tallied-count';
import { byRow, walkDocuments } from './walk-documents';
import { fromFor } from './walk-index';

type Documents<RxDocType> = RxDocumentData<RxDocType>[];
type Schema<RxDocType> = RxJsonSchema<RxDocumentData<RxDocType>>;

/** Up to this many rows, ids are found in the index first, and their documents alone are read. */
const MOST_FETCHED = 1000;
/** From this many skipped rows on, pages are found by way of bookmarks. */
const DEEP = 1000;

/** What a query may be given beside itself. */
export interface QueryOptions {
  /** A further condition, for SQL alone. */
  readonly also?: Sql;
  /** Asked between two stretches of a long walk; throws to give it up. */
  readonly goesOn?: () => void;
}

/** A query as wrapped storages hand it over: skip and limit may be missing or null, and of any size. */
type Question<RxDocType> = Pick<FilledMangoQuery<RxDocType>, 'selector' | 'sort'> & {
  readonly skip?: number | null;
  readonly limit?: number | null;
};

interface Page {
  readonly skip: number;
  /** Infinity for all. */
  readonly limit: number;
}

function pageOf({ skip, limit }: Question<unknown>): Page {
  const whole = (number: number | null | undefined, missing: number): number => {
    const count = Math.trunc(number ?? missing);
    return count > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : Math.max(0, count || 0);
  };
  return {
    skip: Math.min(whole(skip, 0), Number.MAX_SAFE_INTEGER),
    limit: whole(limit, Number.POSITIVE_INFINITY),
  };
}

function fetch<RxDocType>(table: CollectionTable, rowIds: readonly SqlValue[]): Documents<RxDocType> {
  const statement = `SELECT t.data FROM json_each(?) j CROSS JOIN ${table.name} t ON t.rid = j.value ORDER BY j.key`;
  const found = table.file.column(statement, [JSON.stringify(rowIds)]);
  if (found.length < rowIds.length)
    throw new StoreError('damaged', `An index of ${table.file.path} names rows that are not there.`);
  return found.map((data) => documentOf<RxDocType>(data));
}

/** SQL filters, sorts and pages. Skipping walks the index alone; only the page's own documents are read. */
function exactPage<RxDocType>(
  table: CollectionTable,
  { from, ...plan }: QueryPlan & { readonly from: string },
  { skip, limit }: Page,
): Documents<RxDocType> {
  const { text, params } = plan.where.may;
  const tail = `FROM ${from} WHERE ${text} ORDER BY ${plan.orderBy} LIMIT ? OFFSET ?`;
  if (limit > MOST_FETCHED) {
    const most = Number.isFinite(limit) ? limit : -1;
    return table.file
      .column(`SELECT data ${tail}`, [...params, most, skip])
      .map((data) => documentOf<RxDocType>(data));
  }
  const { orderBy = '' } = plan;
  const deep = skip >= DEEP ? deepPage(table, { where: plan.where.may, orderBy, skip, limit }) : undefined;
  return fetch(table, deep ?? table.file.column(`SELECT rid ${tail}`, [...params, limit, skip]));
}

/** RxDB's own matcher for a query. */
export function matcherOf<RxDocType>(
  schema: Schema<RxDocType>,
  query: Question<RxDocType>,
): (document: RxDocumentData<RxDocType>) => boolean {
  return getQueryMatcher(schema, { skip: 0, ...query } as FilledMangoQuery<RxDocType>);
}

/**
 * Answers a query exactly as RxDB's own matcher and comparator would over all documents. What SQL cannot sort alone is read, and
 * of what it cannot decide alone the rows that it is not sure of are judged, stretch by stretch, with turns for others in between.
 */
export async function runQuery<RxDocType>(
  table: CollectionTable,
  schema: Schema<RxDocType>,
  query: Question<RxDocType>,
  { also = TRUE, goesOn }: QueryOptions = {},
): Promise<Documents<RxDocType>> {
  const plan = planQuery(table, query, also);
  const page = pageOf(query);
  const from = also === TRUE ? fromFor(table, query, page.limit) : table.name;
  if (plan.exact && plan.orderBy !== undefined) return exactPage(table, { ...plan, from }, page);
  const matches = matcherOf(schema, query);
  const { skip, limit } = page;
  const enough = plan.orderBy === undefined ? Number.POSITIVE_INFINITY : skip + limit;
  if (limit === 0) return [];
  let found: Documents<RxDocType> = [];
  const walk = { where: plan.where, orderBy: plan.orderBy ?? 'id', from, goesOn };
  await walkDocuments<RxDocType>(table, walk, {
    begin: () => {
      found = [];
    },
    see: ({ sure, document }) => {
      const read = document();
      if (sure || matches(read)) found.push(read);
      return found.length < enough;
    },
  });
  if (plan.orderBy === undefined) found.sort(getSortComparator(schema, query as FilledMangoQuery<RxDocType>));
  return found.slice(skip, skip + limit);
}

/** How many documents {@link runQuery} would return, without reading those that SQL alone can count. */
export async function countQuery<RxDocType>(
  table: CollectionTable,
  schema: Schema<RxDocType>,
  query: Question<RxDocType>,
  { also = TRUE, goesOn }: QueryOptions = {},
): Promise<number> {
  const tallied = also === TRUE ? talliedCount(table, query.selector) : undefined;
  const count = tallied ?? (await countAll(table, schema, query, { also, goesOn }));
  const { skip, limit } = pageOf(query);
  return Math.min(Math.max(0, count - skip), limit);
}

async function countAll<RxDocType>(
  table: CollectionTable,
  schema: Schema<RxDocType>,
  query: Question<RxDocType>,
  { also, goesOn }: { readonly also: Sql; readonly goesOn: QueryOptions['goesOn'] | undefined },
): Promise<number> {
  const plan = planQuery(table, query, also);
  const { text, params } = plan.where.may;
  if (plan.exact) {
    // Whoever scrolls asks for page after page of one query.
    return table.counts.answer([table.name, text], params, () =>
      Number(table.file.value(`SELECT count(*) FROM ${table.name} WHERE ${text}`, params)),
    );
  }
  const matches = matcherOf(schema, query);
  let count = 0;
  await walkDocuments<RxDocType>(
    table,
    { where: plan.where, orderBy: byRow, counts: true, goesOn },
    {
      begin: () => {
        count = 0;
      },
      see: ({ sure, document }) => {
        if (sure || matches(document())) count += 1;
        return true;
      },
    },
  );
  return count;
}
