import type { EntityName } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { RxDocumentData } from 'rxdb';
import { type CollectionName, entityHomes } from '../collections';
import { sqlcipherDriver } from '../sqlite-storage/sqlcipher-driver';
import { StoreError } from '../sqlite-storage/store-error';
import { StoreFile } from '../sqlite-storage/store-file';
import { openFileAt, storePath } from '../sqlite-storage/store-registry';
import { storedCollections, survivors } from '../sqlite-storage/survivors';
import { storeName } from '../store-database';
import type { StoreDocument } from '../store-document';
import { documentValues, toHistoryEntry, toRecord } from '../to-record';

type Stored = RxDocumentData<StoreDocument>;

/** A store that was just restored and that nobody opens: read row by row, without what an open one keeps in memory. */
export interface ClosedStore {
  /** In no order. */
  records<E extends EntityName>(entity: E): Iterable<StoredRecord<E>>;
  /** In the order of writing. */
  history(): Iterable<HistoryEntry>;
  meta(): ReadonlyMap<string, JsonValue>;
  close(): void;
}

/** @throws StoreError `locked` when it is open in this process, `wrong-key`, `io`. */
export function openClosedStore(directory: string, key: string): ClosedStore {
  const path = storePath(directory, storeName);
  if (openFileAt(path) !== undefined) throw new StoreError('locked', `${path} is open in this process.`);
  const file = new StoreFile(path, sqlcipherDriver.open(path, key));
  const tables = new Map(storedCollections(file).map(({ name, table }) => [name, table]));
  function* documents(collection: CollectionName): Generator<Stored> {
    const table = tables.get(collection);
    if (table === undefined) return;
    for (const document of survivors(file, table) as Iterable<Stored>) if (!document._deleted) yield document;
  }
  return {
    *records(entity) {
      const { collection, kind } = entityHomes[entity];
      for (const document of documents(collection))
        if (kind === undefined || (document as { kind?: unknown }).kind === kind)
          yield toRecord(entity, document);
    },
    *history() {
      for (const document of documents('history')) yield toHistoryEntry(document);
    },
    meta: () =>
      new Map(
        [...documents('checkpoints')].map((document) => {
          const { id, value } = documentValues<{ readonly id: string; readonly value: JsonValue }>(document);
          return [id, value];
        }),
      ),
    close: () => file.close(),
  };
}
