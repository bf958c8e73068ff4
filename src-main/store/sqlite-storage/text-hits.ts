import type { RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import type { Needle } from './needle';
import type { Sql } from './sql';

/**
 * Of more hits than this, only the first are ranked. Ranking reads documents; asking the index for the better hits
 * alone walks all of it when there are none.
 */
const RANKED_HITS = 100;
/** Hits whose documents are looked at before the selector's index is asked instead. */
const HITS_TO_TRY = 2000;

/** What else a hit must fulfil: `filter` in SQL, then `matches` when SQL cannot tell alone. */
export interface HitFilter<RxDocType> {
  readonly filter: Sql;
  readonly matches: ((document: RxDocumentData<RxDocType>) => boolean) | undefined;
}

/** Orders hits by {@link Needle.rankIn}; equal ones stay in the order they came. */
function rankedByText(
  table: CollectionTable,
  needle: Needle,
  rows: readonly SqlValue[],
): readonly SqlValue[] {
  const text = table.searchable();
  const ranked = rows
    .slice(0, RANKED_HITS)
    .map((row) => ({ row, rank: needle.rankIn(text.textOf(table.document(row))) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
  return [...ranked, ...rows.slice(RANKED_HITS)];
}

/** Hits in the whole collection. */
export function hitsAnywhere(table: CollectionTable, needle: Needle, most: number): readonly SqlValue[] {
  const { name } = table.searchable();
  const window = Math.max(most, RANKED_HITS);
  const rows = table.file.column(`SELECT rowid FROM ${name} WHERE ${name} MATCH ? LIMIT ?`, [
    needle.query,
    window,
  ]);
  return rankedByText(table, needle, rows).slice(0, most);
}

/** Hits that fulfil a selector. Few hits are checked one by one; of many, the selector's index takes its pick. */
export function hitsWithin<RxDocType>(
  table: CollectionTable,
  needle: Needle,
  { filter, matches }: HitFilter<RxDocType>,
  most: number,
): readonly SqlValue[] {
  const { name } = table.searchable();
  const { file } = table;
  const hits = `SELECT rowid FROM ${name} WHERE ${name} MATCH ?`;
  const limit = matches === undefined ? Math.max(most, RANKED_HITS) : -1;
  const judged = (rows: readonly SqlValue[]): readonly SqlValue[] =>
    matches === undefined ? rows : rows.filter((row) => matches(table.document<RxDocType>(row)));
  const tried = file.column(`${hits} LIMIT ?`, [needle.query, HITS_TO_TRY]);
  const first = judged(
    file.column(
      `SELECT rid FROM (SELECT value AS hit FROM json_each(?)) CROSS JOIN ${table.name} ON rid = hit WHERE ${filter.text} LIMIT ?`,
      [JSON.stringify(tried), ...filter.params, limit],
    ),
  );
  if (tried.length < HITS_TO_TRY || first.length >= most)
    return rankedByText(table, needle, first).slice(0, most);
  // The plus keeps SQLite from fetching every hit's row: the selector's index leads, the hits are a set to look in.
  const rest = judged(
    file.column(`SELECT rid FROM ${table.name} WHERE ${filter.text} AND +rid IN (${hits}) LIMIT ?`, [
      ...filter.params,
      needle.query,
      limit,
    ]),
  );
  return rankedByText(table, needle, rest).slice(0, most);
}
