import {
  type BulkWriteRow,
  type CategorizeBulkWriteRowsOutput,
  categorizeBulkWriteRows,
  type RxDocumentData,
  type RxStorageInstance,
  type StringKeys,
} from 'rxdb';
import type { CollectionTable } from './collection-table';
import { existingDocuments } from './existing-documents';
import { RowWriter } from './row-writer';
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
