import type { RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import type { SqlRow, SqlValue } from './driver';
import type { Predicate } from './mango/predicate';
import { FALSE, type Sql } from './sql';

/** Documents parsed and judged before others get a turn: some ten milliseconds. */
const FIRST_BATCH = 256;
const MOST_IN_BATCH = 2048;
/** SQL that decides of rows stands beside the SQL that finds them, and a statement has a million letters at most. */
const longestDecision = 200_000;
/** A walk that writes cut short begins anew so often; then it goes through without a pause. */
const PAUSED_ATTEMPTS = 3;

/** Rows whose places in an order are found at once: each stretch passes over all that came before it. */
const STRETCH = 65_536;
/** The order in which a table lies: each stretch goes on where the last one ended. */
export const byRow = 'rid';

/** Which rows to look at, and in which order; with `goesOn` the work can be given up between two batches, by throwing. */
export interface Walk {
  readonly where: Predicate;
  /** Terms of an ORDER BY; {@link byRow} where any order will do. */
  readonly orderBy: string;
  /** The table as the statement names it, where an index is not to be chosen. */
  readonly from?: string;
  /** Whether rows that surely match are shown without their document: for counting. */
  readonly counts?: boolean;
  readonly goesOn?: (() => void) | undefined;
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A row that may match. `sure`: SQL has decided that it does; its document is then there unless rows are only counted. */
export interface Candidate<RxDocType> {
  readonly sure: boolean;
  readonly document: () => RxDocumentData<RxDocType>;
}

/**
 * Shows rows one by one to `see`, which says whether it wants more. The event loop runs between batches, and all that is
 * seen is of one moment: a write in between begins the walk anew, by `begin`.
 */
export async function walkDocuments<RxDocType>(
  table: CollectionTable,
  { where: { may, must }, orderBy, from = table.name, counts = false, goesOn }: Walk,
  { begin, see }: { begin: () => void; see: (candidate: Candidate<RxDocType>) => boolean },
): Promise<void> {
  const { file } = table;
  const decides = must.text.length > longestDecision ? FALSE : must;
  const sure = `(${decides.text}) IS TRUE`;
  const columns = counts ? `CASE WHEN ${sure} THEN NULL ELSE data END AS data` : `data, ${sure} AS sure`;
  const next = orderBy === byRow ? rowsByRow : rowsInOrder;
  for (let attempt = 0; ; attempt += 1) {
    const moment = file.transactions;
    begin();
    const rest = next(table, { columns, decides, may, orderBy, from });
    for (let batch = FIRST_BATCH; ; batch = Math.min(MOST_IN_BATCH, batch * 2)) {
      const rows = rest(batch);
      for (const { data, sure } of rows)
        if (!see({ sure: sure === 1 || data === null, document: () => documentOf<RxDocType>(data) })) return;
      if (rows.length < batch) return;
      if (attempt >= PAUSED_ATTEMPTS) continue;
      await othersTurn();
      goesOn?.();
      if (file.transactions !== moment) break;
    }
  }
}

interface Reading {
  /** What is read of each row. */
  readonly columns: string;
  readonly decides: Sql;
  readonly may: Sql;
  readonly orderBy: string;
  readonly from: string;
}

/** Reads so many further rows; fewer at the end. */
type Rest = (most: number) => readonly SqlRow[];

function rowsByRow({ file, name }: CollectionTable, { columns, decides, may }: Reading): Rest {
  const select = `SELECT rid, ${columns} FROM ${name} WHERE ${may.text} AND rid > ? ORDER BY rid LIMIT ?`;
  let last: SqlValue = 0;
  return (most) => {
    const rows = file.rows(select, [...decides.params, ...may.params, last, most]);
    last = rows.at(-1)?.rid ?? last;
    return rows;
  };
}

/** Passing over rows again and again would read them all again where documents lie beside them: only their places are. */
function rowsInOrder(
  { file, name }: CollectionTable,
  { columns, decides, may, orderBy, from }: Reading,
): Rest {
  const places = `SELECT rid FROM ${from} WHERE ${may.text} ORDER BY ${orderBy} LIMIT ? OFFSET ?`;
  const row = `SELECT ${columns} FROM ${name} WHERE rid = ?`;
  let known: SqlValue[] = [];
  let found = 0;
  let stretch = FIRST_BATCH;
  return (most) => {
    while (known.length < most) {
      const more = file.column(places, [...may.params, stretch, found]);
      known = known.concat(more);
      found += more.length;
      if (more.length < stretch) break;
      stretch = Math.min(STRETCH, stretch * 8);
    }
    const now = known.slice(0, most);
    known = known.slice(most);
    return now.map((rid) => file.row(row, [...decides.params, rid]) ?? {});
  };
}
