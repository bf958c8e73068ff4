import {
  type BulkWriteRow,
  createRevision,
  now,
  type RxDocumentData,
  type RxDocumentMeta,
  type RxDocumentWriteData,
  type RxStorageInstance,
} from 'rxdb';
import { type CollectionSource, tableOf } from './collection-source';
import { readAttachments } from './read-attachments';
import type { Bulk } from './write-documents';

/** A document to write: what the app knows of it, and what RxDB keeps beside it where the app has it. */
export type DocumentToWrite<RxDocType> = RxDocType & Partial<RxDocumentData<RxDocType>>;

/** One document of a joint write; `previous` is the stored state it replaces, none for a new document. */
export interface RowToWrite<RxDocType> {
  readonly previous?: RxDocumentData<RxDocType>;
  readonly document: DocumentToWrite<RxDocType>;
}

/** What `writeTogether` needs of an `RxCollection`. */
export interface WritableCollection<RxDocType> extends CollectionSource<RxDocType> {
  readonly database: { readonly token: string };
}

/** One collection's part of a joint write, with its document type forgotten. */
export interface JointWrite {
  prepare(context: string): Promise<Bulk<unknown>>;
}

/** As RxDB stamps what it writes: a new revision over the previous one, and the time of writing. */
function stamped<RxDocType>(
  token: string,
  { previous, document }: RowToWrite<RxDocType>,
  lwt: number,
): BulkWriteRow<RxDocType> {
  const meta: RxDocumentMeta = { ...document._meta, lwt };
  const stampedDocument = {
    _deleted: false,
    _attachments: {},
    ...document,
    _meta: meta,
    _rev: createRevision(token, previous),
  } as RxDocumentWriteData<RxDocType>;
  return previous === undefined ? { document: stampedDocument } : { previous, document: stampedDocument };
}

/**
 * Describes what to write to one collection, for {@link writeTogether}. Documents are stored as given: schema
 * validation of a wrapped storage does not see them.
 */
export function jointWrite<RxDocType>(
  collection: WritableCollection<RxDocType>,
  rows: readonly RowToWrite<RxDocType>[],
): JointWrite {
  const table = tableOf(collection);
  return {
    prepare: async (context) => {
      const lwt = now();
      const writes = rows.map((row) => stamped(collection.database.token, row, lwt));
      const bytes = table.layout.attachments ? await readAttachments(writes) : new Map();
      const instance = collection.storageInstance as RxStorageInstance<RxDocType, unknown, unknown>;
      return { table, instance, rows: writes, context, bytes } as unknown as Bulk<unknown>;
    },
  };
}
