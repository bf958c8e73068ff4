import {
  ensureRxStorageInstanceParamsAreCorrect,
  RXDB_VERSION,
  type RxStorage,
  type RxStorageInstanceCreationParams,
} from 'rxdb';
import { type ComputedFields, layoutOf } from './collection-layout';
import type { SqlDriver } from './driver';
import type { NewestVersions } from './file-format';
import {
  RxStorageInstanceSQLite,
  type SQLiteInstanceOptions,
  type SQLiteInternals,
} from './rx-storage-instance-sqlite';
import { sqlcipherDriver } from './sqlcipher-driver';
import { leaseTable } from './store-registry';

/** How to reach and unlock the files. */
export interface RxStorageSQLiteSettings {
  /** Each RxDB database becomes one file `<directory>/<database name>.db`; the folder is made when missing. */
  readonly directory: string;
  /** Raw 32-byte key as 64 hexadecimal digits. */
  readonly key: string;
  /** Another SQLite, or a fault-injecting wrapper in tests; SQLCipher by default. */
  readonly driver?: SqlDriver;
  /** The latest schema version of each collection: a file in which one is later is refused, `newer-format`. */
  readonly newest?: NewestVersions;
  /** Text fields to search by substring (`search-text.ts`), by collection. */
  readonly text?: Readonly<Record<string, readonly string[]>>;
  /** Text fields to sort as people do, by collection: by their folded text, not as RxDB's comparator would. */
  readonly sorted?: Readonly<Record<string, readonly string[]>>;
  /** Fields of few values to count and filter by (`count-facets.ts`), by collection. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
  /** Fields that follow from the others of a document, by collection. */
  readonly computed?: Readonly<Record<string, ComputedFields>>;
}

export type RxStorageSQLite = RxStorage<SQLiteInternals, SQLiteInstanceOptions>;

/**
 * An RxStorage on encrypted SQLite. All collections of a database share one file, and a file belongs to one
 * process: opening it elsewhere is refused.
 *
 * `createStorageInstance` rejects with a `StoreError`; its `code` tells why the file cannot be opened.
 */
export function getRxStorageSQLite(settings: RxStorageSQLiteSettings): RxStorageSQLite {
  const {
    directory,
    key,
    driver = sqlcipherDriver,
    text = {},
    facets = {},
    sorted = {},
    computed = {},
    newest = {},
  } = settings;
  return {
    name: 'sqlite-sqlcipher',
    rxdbVersion: RXDB_VERSION,
    async createStorageInstance<RxDocType>(
      params: RxStorageInstanceCreationParams<RxDocType, SQLiteInstanceOptions>,
    ) {
      ensureRxStorageInstanceParamsAreCorrect(params);
      const name = params.collectionName;
      const extras = {
        text: text[name] ?? [],
        facets: facets[name] ?? [],
        sorted: sorted[name] ?? [],
        computed: computed[name],
      };
      const lease = leaseTable({ directory, key, driver, newest }, params.databaseName, {
        name,
        version: params.schema.version,
        layout: layoutOf(params.schema, extras),
        computed: extras.computed,
      });
      return new RxStorageInstanceSQLite(params, lease);
    },
  };
}
