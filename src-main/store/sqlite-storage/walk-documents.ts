import type { RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import type { Sql } from './sql';

/** Documents parsed and judged before others get a turn: some ten milliseconds. */
const FIRST_BATCH = 256;
const MOST_IN_BATCH = 2048;
/** A walk that writes cut short begins anew so often; then it goes through without a pause. */
const PAUSED_ATTEMPTS = 3;

/** Which rows to look at, and in which order; with it the work can be given up between two batches, by throwing. */
export interface Walk {
  readonly where: Sql;
  readonly orderBy: string;
  readonly goesOn?: (() => void) | undefined;
}

const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Shows documents one by one to `see`, which says whether it wants more. The event loop runs between batches, and all that is
 * seen is of one moment: a write in between begins the walk anew, by `begin`.
 */
export async function walkDocuments<RxDocType>(
  table: CollectionTable,
  { where, orderBy, goesOn }: Walk,
  { begin, see }: { begin: () => void; see: (document: RxDocumentData<RxDocType>) => boolean },
): Promise<void> {
  const { file, name } = table;
  const select = `SELECT data FROM ${name} WHERE ${where.text} ORDER BY ${orderBy} LIMIT ? OFFSET ?`;
  for (let attempt = 0; ; attempt += 1) {
    const moment = file.transactions;
    begin();
    let offset = 0;
    for (let batch = FIRST_BATCH; ; batch = Math.min(MOST_IN_BATCH, batch * 2)) {
      const rows = file.column(select, [...where.params, batch, offset]);
      for (const data of rows) if (!see(documentOf<RxDocType>(data))) return;
      if (rows.length < batch) return;
      offset += rows.length;
      if (attempt >= PAUSED_ATTEMPTS) continue;
      await othersTurn();
      goesOn?.();
      if (file.transactions !== moment) break;
    }
  }
}
