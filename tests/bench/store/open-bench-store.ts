import { getRxStorageSQLite } from '@main/store/sqlite-storage/rx-storage-sqlite';
import type { RxStorage } from 'rxdb';
import { openBenchDatabase } from './storage-writes';

export const benchKey = '5a'.repeat(32);

/** The storage under measurement as a plain RxStorage, without or with text index and counted facets. */
export function benchStorage(directory: string, asApp: boolean): RxStorage<unknown, unknown> {
  const extras = asApp
    ? { text: { memberships: ['userName', 'userEmail'] }, facets: { memberships: ['role', 'state'] } }
    : {};
  return getRxStorageSQLite({ directory, key: benchKey, ...extras }) as unknown as RxStorage<
    unknown,
    unknown
  >;
}

/** The store of memberships as the app would declare it. */
export function openBenchStore(directory: string) {
  return openBenchDatabase(benchStorage(directory, true), 'store');
}
