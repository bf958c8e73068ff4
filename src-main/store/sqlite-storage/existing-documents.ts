import type { BulkWriteRow, RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import type { SqlValue } from './driver';
import { stringKey } from './string-key';

/** The stored documents a bulk will meet, by id, and the rows they are in. */
export interface ExistingDocuments<RxDocType> {
  readonly rowIds: ReadonlyMap<string, SqlValue>;
  readonly documents: Map<string, RxDocumentData<RxDocType>>;
}

/**
 * Finds what is stored under the ids of a bulk, in one statement. A `previous` is believed only where it is the stored
 * document to the letter: one that was changed in the caller's hands would leave keys and text of its own in the indexes.
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
    `SELECT j.key AS place, t.rid AS rowId, t.data AS data
     FROM json_each(?) j CROSS JOIN ${table.name} t ON t.id = j.value`,
    [JSON.stringify(ids.map(stringKey))],
  );
  for (const { place, rowId = null, data = null } of found) {
    const id = ids[Number(place)] ?? '';
    const previous = writes.get(id)?.previous;
    rowIds.set(id, rowId);
    const same = previous !== undefined && JSON.stringify(previous) === data;
    documents.set(id, same ? previous : documentOf<RxDocType>(data));
  }
  return { rowIds, documents };
}
