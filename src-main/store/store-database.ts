import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import {
  type CollectionName,
  collectionSchemas,
  computedFields,
  facetFields,
  peopleSorted,
  searchedText,
} from './collections';
import type { SqlDriver } from './sqlite-storage/driver';
import { getRxStorageSQLite } from './sqlite-storage/rx-storage-sqlite';
import { StoreError } from './sqlite-storage/store-error';
import type { StoreDocument } from './store-document';

export type StoreCollection = RxCollection<StoreDocument>;
export type StoreDatabase = RxDatabase<Record<CollectionName, StoreCollection>>;

/** What the database and its file are called, unless somebody says otherwise. */
export const storeName = 'tenantry';

export interface StoreAddress {
  /** Folder of the database file; made when missing. */
  readonly directory: string;
  /** 32 bytes, hex. */
  readonly key: string;
  readonly name: string;
  /** Another SQLite, or one that fails on purpose (tests); SQLCipher when missing. */
  readonly driver?: SqlDriver;
}

/** RxDB forgets a name that was refused as a duplicate, so the places in use are kept here. */
const inUse = new Set<string>();

/**
 * Opens the RxDB database of a workspace with all its collections. RxDB's open edition allows 13 collections in a process:
 * one workspace at a time.
 *
 * @throws StoreError why the file cannot be opened; `locked` also when this process has it open already.
 */
export async function openStoreDatabase(address: StoreAddress): Promise<StoreDatabase> {
  const { directory, key, name, driver } = address;
  const place = `${directory}|${name}`;
  if (inUse.has(place)) throw new StoreError('locked', `${directory} is open in this process already.`);
  inUse.add(place);
  try {
    const storage = getRxStorageSQLite({
      directory,
      key,
      text: searchedText,
      facets: facetFields,
      sorted: peopleSorted,
      computed: computedFields,
      newest: Object.fromEntries(Object.entries(collectionSchemas).map(([id, { version }]) => [id, version])),
      ...(driver && { driver }),
    });
    const database: StoreDatabase = await createRxDatabase<Record<CollectionName, StoreCollection>>({
      name,
      // RxDB refuses two databases of one name and one storage name: the place sets workspaces apart.
      storage: { ...storage, name: `${storage.name}:${directory}` },
      multiInstance: false,
    });
    database.onClose.push(() => {
      inUse.delete(place);
    });
    try {
      await database.addCollections(
        Object.fromEntries(Object.entries(collectionSchemas).map(([id, schema]) => [id, { schema }])),
      );
    } catch (error) {
      await database.close();
      throw error;
    }
    return database;
  } catch (error) {
    inUse.delete(place);
    throw error;
  }
}
