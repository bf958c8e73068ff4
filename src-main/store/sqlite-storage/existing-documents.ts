import type { BulkWriteRow, RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import { stringKey } from './string-key';

/** The stored documents a bulk will meet, by id, and the rows they are in. */
export interface ExistingDocuments<RxDocType> {
  readonly rowIds: ReadonlyMap<string, SqlValue>;
  readonly documents: Map<string, RxDocumentData<RxDocType>>;
}

/**
 * Finds what is stored under the ids of a bulk, in one statement. A stored revision that equals `previous` proves
 * that `previous` is what is stored; only documents that will conflict are read and parsed.
 */
export function existingDocuments<RxDocType>(
  table: CollectionTable,
  writes: ReadonlyMap<string, BulkWriteRow<RxDocType>>,
): ExistingDocuments<RxDocType> {
  const rowIds = new Map<string, SqlValue>();
  const documents = new Map<string, RxDocumentData<RxDocType>>();
  if (table.nextRow === 1) return { rowIds, documents };
  const ids = [...writes.keys()];
  const found = table.file.rows(
    `SELECT j.key AS place, t.rid AS rowId, t.rev AS revision
     FROM json_each(?) j CROSS JOIN ${table.name} t ON t.id = j.value`,
    [JSON.stringify(ids.map(stringKey))],
  );
  for (const { place, rowId = null, revision } of found) {
    const id = ids[Number(place)] ?? '';
    const previous = writes.get(id)?.previous;
    const stored = previous?._rev === revision ? previous : undefined;
    rowIds.set(id, rowId);
    documents.set(id, stored ?? table.document<RxDocType>(rowId));
  }
  return { rowIds, documents };
}
