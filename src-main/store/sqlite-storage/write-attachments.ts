import type { CategorizeBulkWriteRowsOutput } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { stringKey } from './string-key';

/** The bytes of attachments, read before the transaction: a transaction never waits. */
export type AttachmentBytes = ReadonlyMap<Blob, Uint8Array<ArrayBuffer>>;

/** Stores and removes the attachments of one bulk, inside the running transaction. */
export function writeAttachments<RxDocType>(
  table: CollectionTable,
  plan: CategorizeBulkWriteRowsOutput<RxDocType>,
  bytes: AttachmentBytes,
): void {
  for (const added of [...plan.attachmentsAdd, ...plan.attachmentsUpdate]) {
    const { documentId, attachmentId, attachmentData, digest } = added;
    const data = bytes.get(attachmentData.data);
    if (data === undefined) throw new Error(`the bytes of attachment ${attachmentId} were not read`);
    table.file.run('INSERT OR REPLACE INTO attachments VALUES (?, ?, ?, ?, ?, ?)', [
      table.id,
      stringKey(documentId),
      stringKey(attachmentId),
      digest,
      attachmentData.type,
      data.length === 0 ? '' : data,
    ]);
  }
  for (const { documentId, attachmentId } of plan.attachmentsRemove) {
    table.file.run('DELETE FROM attachments WHERE collection = ? AND document = ? AND name = ?', [
      table.id,
      stringKey(documentId),
      stringKey(attachmentId),
    ]);
  }
}
