import type { RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import type { Predicate } from './mango/predicate';
import { FALSE } from './sql';

/** Documents parsed and judged before others get a turn: some ten milliseconds. */
const FIRST_BATCH = 256;
const MOST_IN_BATCH = 2048;
/** SQL that decides of rows stands beside the SQL that finds them, and a statement has a million letters at most. */
const longestDecision = 200_000;
/** A walk that writes cut short begins anew so often; then it goes through without a pause. */
const PAUSED_ATTEMPTS = 3;

/** Which rows to look at, and in which order; with `goesOn` the work can be given up between two batches, by throwing. */
export interface Walk {
  readonly where: Predicate;
  readonly orderBy: string;
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
  { where: { may, must }, orderBy, counts = false, goesOn }: Walk,
  { begin, see }: { begin: () => void; see: (candidate: Candidate<RxDocType>) => boolean },
): Promise<void> {
  const { file, name } = table;
  const decides = must.text.length > longestDecision ? FALSE : must;
  const sure = `(${decides.text}) IS TRUE`;
  const columns = counts ? `CASE WHEN ${sure} THEN NULL ELSE data END AS data` : `data, ${sure} AS sure`;
  const select = `SELECT ${columns} FROM ${name} WHERE ${may.text} ORDER BY ${orderBy} LIMIT ? OFFSET ?`;
  const params = [...decides.params, ...may.params];
  for (let attempt = 0; ; attempt += 1) {
    const moment = file.transactions;
    begin();
    let offset = 0;
    for (let batch = FIRST_BATCH; ; batch = Math.min(MOST_IN_BATCH, batch * 2)) {
      const rows = file.rows(select, [...params, batch, offset]);
      for (const { data, sure } of rows)
        if (!see({ sure: sure === 1 || data === null, document: () => documentOf<RxDocType>(data) })) return;
      if (rows.length < batch) return;
      offset += rows.length;
      if (attempt >= PAUSED_ATTEMPTS) continue;
      await othersTurn();
      goesOn?.();
      if (file.transactions !== moment) break;
    }
  }
}
