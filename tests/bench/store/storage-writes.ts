import { createRxDatabase, type RxCollection, type RxStorage, type RxStorageInstance } from 'rxdb';
import { type BenchMembership, benchMembership, benchRow, benchSchema } from './bench-membership';

/** Documents handed over at once, as pulled pages are gathered. */
export const bulkSize = 1_000;

export type BenchCollection = RxCollection<BenchMembership>;
type Instance = RxStorageInstance<BenchMembership, unknown, unknown>;

/** A database with the one collection of the benches. */
export async function openBenchDatabase(storage: RxStorage<unknown, unknown>, name: string) {
  const database = await createRxDatabase<{ memberships: BenchCollection }>({
    name,
    storage,
    multiInstance: false,
    allowSlowCount: true,
  });
  await database.addCollections({ memberships: { schema: benchSchema } });
  return database;
}

/** Bulks of the memberships `from` to `to`; building them is no part of what is measured. */
function bulks<Row>(from: number, to: number, make: (index: number) => Row): readonly Row[][] {
  const made: Row[][] = [];
  for (let start = from; start < to; start += bulkSize) {
    made.push(Array.from({ length: Math.min(bulkSize, to - start) }, (_, place) => make(start + place)));
  }
  return made;
}

/** Documents a second of `storageInstance.bulkWrite`, `after` (building indexes, say) included. */
export async function bulkWriteRate(
  collection: BenchCollection,
  count: number,
  seed: number,
  after: () => unknown = () => undefined,
): Promise<number> {
  const instance = collection.storageInstance as unknown as Instance;
  const rows = bulks(0, count, (index) => benchRow(seed, index));
  const start = performance.now();
  for (const bulk of rows) {
    const { error } = await instance.bulkWrite(bulk, 'bench');
    if (error.length > 0) throw new Error(`${error.length} documents were refused`);
  }
  await after();
  return (count / (performance.now() - start)) * 1_000;
}

/** Documents a second of `collection.bulkInsert`. */
export async function bulkInsertRate(
  collection: BenchCollection,
  count: number,
  seed: number,
  after: () => unknown = () => undefined,
): Promise<number> {
  const documents = bulks(0, count, (index) => benchMembership(seed, index));
  const start = performance.now();
  for (const bulk of documents) {
    const { error } = await collection.bulkInsert(bulk);
    if (error.length > 0) throw new Error(`${error.length} documents were refused`);
  }
  await after();
  return (count / (performance.now() - start)) * 1_000;
}
