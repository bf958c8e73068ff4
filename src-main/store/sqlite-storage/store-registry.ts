import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { CollectionTable } from './collection-table';
import type { SqlDriver } from './driver';
import type { NewestVersions } from './file-format';
import { type CollectionToOpen, openCollection } from './open-collection';
import { openStoreFile } from './open-store-file';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';

/** Where a store lives and how it is unlocked. */
export interface StoreAccess {
  readonly directory: string;
  /** Raw key, 64 hexadecimal digits. */
  readonly key: string;
  readonly driver: SqlDriver;
  /** Versions that the program knows, where it shall not work on a later one's file. */
  readonly newest?: NewestVersions;
}

interface OpenStore {
  readonly file: StoreFile;
  readonly key: string;
  readonly tables: Map<string, { readonly table: CollectionTable; users: number }>;
}

/** Every file this process holds: one connection each, however many databases and collections use it. */
const OPEN = new Map<string, OpenStore>();

/** Longest name of a file before its extension, bytes: disks take 255, and companions are named after it. */
const mostName = 180;

/**
 * The file of a database. Characters that a file system may not take are spelled as `%hh`, capitals too, for a disk may take
 * `a` and `A` for one; of a long name, the start and a digest of the whole are kept.
 */
export function storePath(directory: string, databaseName: string): string {
  const safe = encodeURIComponent(databaseName).replace(/%..|[A-Z*~'()]/g, (c) =>
    c.startsWith('%') ? c.toLowerCase() : `%${c.charCodeAt(0).toString(16)}`,
  );
  const name =
    safe.length <= mostName ? safe : `${safe.slice(0, 100)}~${hash('sha256', databaseName).slice(0, 40)}`;
  return join(resolve(directory), `${name}.db`);
}

/** The open file of a database, or `undefined` when nobody in this process has it open. */
export function openFileAt(path: string): StoreFile | undefined {
  return OPEN.get(path)?.file;
}

/** One user of one collection table; `release` gives it back, and the last one out closes the file. */
export interface TableLease {
  readonly table: CollectionTable;
  release(): void;
  /** Drops the table with all its data; later leases of the same name start anew. */
  remove(): void;
}

/** @throws StoreError as {@link openStoreFile}, and `wrong-key` when the file is open with another key. */
export function leaseTable(
  access: StoreAccess,
  databaseName: string,
  collection: CollectionToOpen,
): TableLease {
  const path = storePath(access.directory, databaseName);
  const store = OPEN.get(path) ?? {
    file: openStoreFile(path, access.key, access.driver, access.newest),
    key: access.key,
    tables: new Map(),
  };
  if (store.key !== access.key) throw new StoreError('wrong-key', `${path} is open with another key.`);
  OPEN.set(path, store);
  const tableKey = `${collection.version} ${collection.name}`;
  try {
    const entry = store.tables.get(tableKey) ?? {
      table: openCollection(store.file, collection),
      users: 0,
    };
    entry.users += 1;
    store.tables.set(tableKey, entry);
    return {
      table: entry.table,
      release: () => releaseTable(path, store, tableKey, entry),
      remove: () => {
        entry.table.remove();
        store.tables.delete(tableKey);
      },
    };
  } catch (error) {
    closeIfUnused(path, store);
    throw error;
  }
}

function releaseTable(
  path: string,
  store: OpenStore,
  tableKey: string,
  entry: { readonly table: CollectionTable; users: number },
): void {
  entry.users -= 1;
  if (entry.users === 0 && store.tables.get(tableKey) === entry) store.tables.delete(tableKey);
  closeIfUnused(path, store);
}

function closeIfUnused(path: string, store: OpenStore): void {
  if (store.tables.size > 0) return;
  if (OPEN.get(path) === store) OPEN.delete(path);
  store.file.close();
}
