import type { RxDocumentData, RxStorageDefaultCheckpoint } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { documentOf } from './document-data';
import { stringKey } from './string-key';

/** One stretch of a collection's changes and the checkpoint to go on from. */
export interface ChangedDocuments<RxDocType> {
  readonly documents: RxDocumentData<RxDocType>[];
  readonly checkpoint: RxStorageDefaultCheckpoint;
}

/**
 * The documents written after a checkpoint, deleted ones included, in the order (last write time, id).
 * A document appears once, in its newest state; fewer than `limit` means the end was reached.
 */
export function changedDocuments<RxDocType>(
  table: CollectionTable,
  limit: number,
  since: RxStorageDefaultCheckpoint = { id: '', lwt: 0 },
): ChangedDocuments<RxDocType> {
  const documents = table.file
    .column(`SELECT data FROM ${table.name} WHERE (lwt, id) > (?, ?) ORDER BY lwt, id LIMIT ?`, [
      since.lwt,
      stringKey(since.id),
      limit,
    ])
    .map((data) => documentOf<RxDocType>(data));
  const last = documents.at(-1);
  if (last === undefined) return { documents, checkpoint: since };
  const id = String(last[table.layout.primary as keyof typeof last]);
  return { documents, checkpoint: { id, lwt: last._meta.lwt } };
}
