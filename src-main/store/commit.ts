import type { CollectionName } from './collections';
import { documentsById } from './read-documents';
import { jointWrite, type RowToWrite } from './sqlite-storage/joint-write';
import { writeTogether } from './sqlite-storage/write-together';
import type { StoreDatabase } from './store-database';
import type { StoreDocument } from './store-document';

/** What becomes of the documents of one collection, by id; null removes. */
export type CollectionChanges = ReadonlyMap<string, StoreDocument | null>;

/**
 * Writes to any number of collections in one transaction, below RxDB's collections but with their revisions, so that their
 * change streams and query caches see it.
 *
 * The caller lets nobody else write meanwhile: previous documents are read here, and a conflict is a bug.
 */
export async function commit(
  database: StoreDatabase,
  changes: ReadonlyMap<CollectionName, CollectionChanges>,
): Promise<void> {
  const writes = await Promise.all(
    [...changes].map(async ([name, documents]) => {
      const previous = new Map(
        (await documentsById(database[name], [...documents.keys()], true)).map((found) => [found.id, found]),
      );
      const rows: RowToWrite<StoreDocument>[] = [];
      for (const [id, document] of documents) {
        const before = previous.get(id);
        if (document === null && (before === undefined || before._deleted)) continue;
        // A tombstone keeps no values: what was removed leaves the file.
        const written = document ?? ({ id, _deleted: true } as unknown as StoreDocument);
        rows.push(before === undefined ? { document: written } : { previous: before, document: written });
      }
      return { rows, write: jointWrite(database[name], rows) };
    }),
  );
  const needed = writes.filter(({ rows }) => rows.length > 0).map(({ write }) => write);
  const result = await writeTogether(needed, 'store-write');
  if (!result.ok) throw new Error(`a write was interleaved at ${result.conflicts[0]?.documentId}`);
}
