/** What the Electron window of the store bench runs: writes and questions on RxDB's Dexie storage. */
import type { RxStorage } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { askByMango } from './dexie-questions';
import { bulkInsertRate, bulkWriteRate, openBenchDatabase } from './storage-writes';

/** What the window measured: documents a second, and milliseconds by question. */
export interface DexieMeasures {
  readonly bulkWrite: number;
  readonly bulkInsert: number;
  readonly questions: Readonly<Record<string, number>>;
}

declare global {
  var measureDexie: (count: number, seed: number) => Promise<DexieMeasures>;
}

globalThis.measureDexie = async (count, seed) => {
  const storage = getRxStorageDexie() as unknown as RxStorage<unknown, unknown>;
  const inserted = await openBenchDatabase(storage, `inserted${count}`);
  const bulkInsert = await bulkInsertRate(inserted.memberships, count, seed);
  await inserted.remove();
  const written = await openBenchDatabase(storage, `written${count}`);
  const bulkWrite = await bulkWriteRate(written.memberships, count, seed);
  const questions = await askByMango(written.memberships, count);
  await written.remove();
  return { bulkWrite, bulkInsert, questions };
};
