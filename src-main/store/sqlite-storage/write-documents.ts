import {
  type BulkWriteRow,
  type CategorizeBulkWriteRowsOutput,
  categorizeBulkWriteRows,
  type RxDocumentData,
  type RxStorageInstance,
  type StringKeys,
} from 'rxdb';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import { stringKey } from './string-key';

/** The bytes of attachments, read before the transaction: a transaction never waits. */
export type AttachmentBytes = ReadonlyMap<Blob, Uint8Array<ArrayBuffer>>;

interface StoredRow {
  readonly rowId: SqlValue;
  readonly revision: SqlValue;
}

/** Document ids as the JSON list that `json_each` takes: one statement for a whole bulk. */
function keyList(ids: Iterable<string>): string {
  return JSON.stringify([...ids].map(stringKey));
}

/**
 * The documents a bulk will meet. A stored revision that equals `previous` proves that `previous` is what is
 * stored, so only conflicting documents are read and parsed.
 */
class ExistingDocuments<RxDocType> {
  readonly rows = new Map<string, StoredRow>();
  readonly documents = new Map<string, RxDocumentData<RxDocType>>();

  constructor(table: CollectionTable, writes: ReadonlyMap<string, BulkWriteRow<RxDocType>>) {
    if (table.nextRow === 1) return;
    const found = table.file.rows(
      `SELECT j.key AS place, t.rid AS rowId, t.rev AS revision
       FROM json_each(?) j CROSS JOIN ${table.name} t ON t.id = j.value`,
      [keyList(writes.keys())],
    );
    const ids = [...writes.keys()];
    for (const { place, rowId, revision } of found) {
      const id = ids[Number(place)];
      if (id === undefined || rowId === undefined || revision === undefined) continue;
      const previous = writes.get(id)?.previous;
      this.rows.set(id, { rowId, revision });
      this.documents.set(
        id,
        previous?._rev === revision ? previous : (readDocument(table, rowId) as RxDocumentData<RxDocType>),
      );
    }
  }
}

function readDocument(table: CollectionTable, rowId: SqlValue): unknown {
  return JSON.parse(String(table.file.value(`SELECT data FROM ${table.name} WHERE rid = ?`, [rowId])));
}

function rowOf(table: CollectionTable, document: RxDocumentData<unknown>): SqlValue[] {
  return [
    document._rev,
    document._deleted ? 1 : 0,
    document._meta.lwt,
    ...table.encode(document, (path) => table.markOdd(path)),
    JSON.stringify(document),
  ];
}

function writeAttachments<RxDocType>(
  table: CollectionTable,
  plan: CategorizeBulkWriteRowsOutput<RxDocType>,
  bytes: AttachmentBytes,
): void {
  for (const { documentId, attachmentId, attachmentData, digest } of [
    ...plan.attachmentsAdd,
    ...plan.attachmentsUpdate,
  ]) {
    table.file.run('INSERT OR REPLACE INTO attachments VALUES (?, ?, ?, ?, ?, ?)', [
      table.id,
      stringKey(documentId),
      stringKey(attachmentId),
      digest,
      attachmentData.type,
      bytes.get(attachmentData.data) ?? new Uint8Array(),
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

/**
 * Writes one bulk inside the running transaction and returns what RxDB needs to know of it. Conflicts come back
 * as errors of the plan and are not written; events are in the plan, for the caller to emit after COMMIT.
 */
export function writeDocuments<RxDocType>(
  table: CollectionTable,
  instance: RxStorageInstance<RxDocType, unknown, unknown>,
  rows: BulkWriteRow<RxDocType>[],
  context: string,
  bytes: AttachmentBytes,
): CategorizeBulkWriteRowsOutput<RxDocType> {
  const primary = table.layout.primary as StringKeys<RxDocType>;
  const writes = new Map(
    rows.map((row) => [String(row.document[primary as keyof typeof row.document]), row]),
  );
  const existing = new ExistingDocuments(table, writes);
  const plan = categorizeBulkWriteRows(instance, primary, existing.documents, rows, context);
  const keys = table.layout.fields.map((field) => field.column);
  const insert = `INSERT INTO ${table.name} (rid, id, rev, deleted, lwt, ${[...keys, 'data'].join(', ')})
    VALUES (?, ?, ?, ?, ?, ${[...keys, 'data'].map(() => '?').join(', ')})`;
  for (const { document } of plan.bulkInsertDocs) {
    const id = String(document[primary as keyof typeof document]);
    table.file.run(insert, [table.nextRow, stringKey(id), ...rowOf(table, document)]);
    table.nextRow += 1;
  }
  const update = `UPDATE ${table.name} SET rev = ?, deleted = ?, lwt = ?,
    ${[...keys, 'data'].map((column) => `${column} = ?`).join(', ')} WHERE rid = ?`;
  for (const { document } of plan.bulkUpdateDocs) {
    const row = existing.rows.get(String(document[primary as keyof typeof document]));
    table.file.run(update, [...rowOf(table, document), row?.rowId ?? null]);
  }
  writeAttachments(table, plan, bytes);
  return plan;
}
