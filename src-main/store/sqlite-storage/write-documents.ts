import {
  type BulkWriteRow,
  type CategorizeBulkWriteRowsOutput,
  categorizeBulkWriteRows,
  type RxDocumentData,
  type RxStorageInstance,
  type StringKeys,
} from 'rxdb';
import type { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import type { SqlValue } from './driver';
import { RowWriter } from './row-writer';
import { stringKey } from './string-key';
import { type AttachmentBytes, writeAttachments } from './write-attachments';

/** One bulk for one collection. */
export interface Bulk<RxDocType> {
  readonly table: CollectionTable;
  readonly instance: RxStorageInstance<RxDocType, unknown, unknown>;
  readonly rows: BulkWriteRow<RxDocType>[];
  readonly context: string;
  readonly bytes: AttachmentBytes;
}

/**
 * Writes one bulk inside the running transaction and returns what RxDB needs to know of it. Conflicts come back
 * as errors of the plan and are not written; events are in the plan, for the caller to emit after COMMIT.
 */
export function writeDocuments<RxDocType>(bulk: Bulk<RxDocType>): CategorizeBulkWriteRowsOutput<RxDocType> {
  const { table, instance, rows, context, bytes } = bulk;
  const primary = table.layout.primary as StringKeys<RxDocType>;
  const idOf = (document: RxDocumentData<RxDocType> | BulkWriteRow<RxDocType>['document']): string =>
    String(document[primary as keyof typeof document]);
  const writes = new Map(rows.map((row) => [idOf(row.document), row]));
  const { rowIds, documents } = existingDocuments(table, writes);
  const plan = categorizeBulkWriteRows(instance, primary, documents, rows, context);
  const writer = new RowWriter(table);
  // The last row wins when a bulk names a document twice, as in RxDB's memory storage.
  const inserts = new Map(plan.bulkInsertDocs.map(({ document }) => [idOf(document), document]));
  for (const [id, document] of inserts) writer.insert(id, document);
  const updates = new Map(plan.bulkUpdateDocs.map(({ document }) => [idOf(document), document]));
  for (const [id, document] of updates) {
    writer.update(rowIds.get(id) ?? null, documents.get(id) ?? document, document);
  }
  writer.finish();
  writeAttachments(table, plan, bytes);
  return plan;
}

/** The stored documents a bulk will meet, by id, and the rows they are in. */
interface ExistingDocuments<RxDocType> {
  readonly rowIds: ReadonlyMap<string, SqlValue>;
  readonly documents: Map<string, RxDocumentData<RxDocType>>;
}

/**
 * Finds what is stored under the ids of a bulk, in one statement. A `previous` is believed only where it is the stored
 * document to the letter: one that was changed in the caller's hands would leave keys and text of its own in the indexes.
 */
function existingDocuments<RxDocType>(
  table: CollectionTable,
  writes: ReadonlyMap<string, BulkWriteRow<RxDocType>>,
): ExistingDocuments<RxDocType> {
  const rowIds = new Map<string, SqlValue>();
  const documents = new Map<string, RxDocumentData<RxDocType>>();
  if (table.nextRow === 1) return { rowIds, documents };
  table.keepStatistics();
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
