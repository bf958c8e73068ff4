import { type BulkWriteRow, createRevision, type RxDocumentData } from 'rxdb';
import type { CollectionName } from './collections';
import { documentsById } from './read-documents';
import { commitBulks } from './sqlite-storage/commit-bulks';
import { type StoreDatabase, storageOf } from './store-database';
import type { StoreDocument } from './store-document';

/** What becomes of the documents of one collection, by id; null removes. */
export type CollectionChanges = ReadonlyMap<string, StoreDocument | null>;

/** How many living documents a commit added to a collection; negative when it removed more. */
export type Growth = ReadonlyMap<CollectionName, number>;

/**
 * Writes to any number of collections in one transaction, below RxDB's collections but with their revisions, so that
 * their change streams and query caches see it. `lwt`: the time of writing, ms, never smaller than before.
 *
 * The caller lets nobody else write meanwhile: previous documents are read here, and a conflict is a bug.
 */
export async function commit(
  database: StoreDatabase,
  changes: ReadonlyMap<CollectionName, CollectionChanges>,
  lwt: number,
): Promise<Growth> {
  const growth = new Map<CollectionName, number>();
  const bulks = await Promise.all(
    [...changes].map(async ([name, documents]) => {
      const previous = new Map(
        (await documentsById(database[name], [...documents.keys()], true)).map((found) => [found.id, found]),
      );
      const rows: BulkWriteRow<StoreDocument>[] = [];
      let added = 0;
      for (const [id, document] of documents) {
        const row = writeRow(database.token, id, document, previous.get(id), lwt);
        if (row === null) continue;
        rows.push(row);
        added += Number(!row.document._deleted) - Number(row.previous?._deleted === false);
      }
      growth.set(name, added);
      const instance = storageOf(database[name]);
      return { table: instance.internals.table, instance, rows, context: 'store-write', bytes: new Map() };
    }),
  );
  const written = bulks.filter(({ rows }) => rows.length > 0);
  const [first] = written;
  if (first === undefined) return growth;
  const errors = commitBulks(first.table.file, written, 'refuse').flat();
  if (errors.length > 0) throw new Error(`a write was interleaved at ${errors[0]?.documentId}`);
  return growth;
}

function writeRow(
  token: string,
  id: string,
  document: StoreDocument | null,
  previous: RxDocumentData<StoreDocument> | undefined,
  lwt: number,
): BulkWriteRow<StoreDocument> | null {
  if (document === null && (previous === undefined || previous._deleted)) return null;
  const written = {
    // A tombstone keeps no values: what was removed is gone from the file once the page is reused.
    ...(document ?? { id }),
    _deleted: document === null,
    _attachments: {},
    _meta: { lwt },
    _rev: createRevision(token, previous),
  } as RxDocumentData<StoreDocument>;
  return previous === undefined ? { document: written } : { previous, document: written };
}
