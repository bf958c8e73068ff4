import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RxStorage, randomToken } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { mostMs } from './store/ask-store';
import { bareRate } from './store/bare-sqlcipher';
import { measureDexie } from './store/measure-dexie';
import { measureStore, type StoreMeasures } from './store/measure-store';
import { benchKey, benchStorage } from './store/open-bench-store';
import {
  type BenchCollection,
  bulkInsertRate,
  bulkWriteRate,
  openBenchDatabase,
} from './store/storage-writes';
import { type Figure, figure, ratioFigure } from './support/figure';

const compared = 100_000;
const rounds = 3;
const sizes = [10_000, 100_000] as const;

interface Options {
  readonly seed: number;
  /** Records of the largest store; a million by default. */
  readonly size?: number;
}

/**
 * Writes and questions of the storage, encrypted, five indexes; beside it RxDB's Dexie storage in an Electron window,
 * RxDB's memory storage and bare SQLCipher statements.
 */
export async function run({ seed, size = 1_000_000 }: Options): Promise<{ readonly figures: Figure[] }> {
  const count = Math.min(size, compared);
  const dexie = await measureDexie(count, seed);
  const writes = await compareWrites(count, seed);
  const figures = [
    ratioFigure('storageInstance.bulkWrite', writes.bulkWrite, 'documents/s', {
      to: "RxDB's Dexie storage",
      of: dexie.bulkWrite,
      least: 10,
    }),
    ratioFigure('storageInstance.bulkWrite', writes.bulkWrite, 'documents/s', {
      to: 'bare SQLCipher',
      of: writes.bare,
      least: 0.7,
    }),
    ratioFigure('collection.bulkInsert', writes.bulkInsert, 'documents/s', {
      to: "RxDB's Dexie storage",
      of: dexie.bulkInsert,
      least: 6,
    }),
    ratioFigure('collection.bulkInsert', writes.bulkInsert, 'documents/s', {
      to: "RxDB's memory storage",
      of: writes.memoryInsert,
      least: 0.9,
    }),
    figure("storageInstance.bulkWrite of RxDB's memory storage", writes.memoryWrite, 'documents/s'),
  ];
  const stores = new Map<number, StoreMeasures>();
  for (const records of [...sizes.filter((each) => each < size), size]) {
    stores.set(records, await measureStore(records, seed));
  }
  for (const [records, measures] of stores) {
    figures.push(...storeFigures(records, measures, records === count ? dexie.questions : {}));
  }
  return { figures };
}

function storeFigures(
  records: number,
  { load, questions, openMs, memoryMb }: StoreMeasures,
  dexie: Readonly<Record<string, number>>,
): readonly Figure[] {
  const at = `at ${records.toLocaleString('en')}`;
  return [
    figure(`load with text index and facets ${at}`, load, 'documents/s'),
    ...Object.entries(questions).map(([name, ms]) =>
      figure(`${name}, p95 ${at}`, ms, 'ms', {
        ...(mostMs[name] !== undefined && { most: mostMs[name] }),
        ...(dexie[name] !== undefined && { beside: { "RxDB's Dexie storage": dexie[name] } }),
      }),
    ),
    figure(`opening, p95 ${at}`, openMs, 'ms', { most: 150 }),
    figure(`memory after 1,000 queries ${at}`, memoryMb, 'MB', { most: 300 }),
  ];
}

/** Best of a few rounds each, taken in turns, so that a busy moment of the machine hits nobody alone. */
async function compareWrites(count: number, seed: number) {
  const best = { bulkWrite: 0, bulkInsert: 0, memoryWrite: 0, memoryInsert: 0, bare: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-writes-'));
    const ours = benchStorage(directory, false);
    const memory = getRxStorageMemory() as unknown as RxStorage<unknown, unknown>;
    best.bare = Math.max(best.bare, bareRate(directory, benchKey, count, seed));
    best.bulkWrite = Math.max(best.bulkWrite, await rate(ours, bulkWriteRate));
    best.memoryWrite = Math.max(best.memoryWrite, await rate(memory, bulkWriteRate));
    best.bulkInsert = Math.max(best.bulkInsert, await rate(ours, bulkInsertRate));
    best.memoryInsert = Math.max(best.memoryInsert, await rate(memory, bulkInsertRate));
    await rm(directory, { recursive: true, force: true });
  }
  return best;

  /** The first count makes every storage build what it has put off. */
  async function rate(storage: RxStorage<unknown, unknown>, measure: typeof bulkWriteRate): Promise<number> {
    const database = await openBenchDatabase(storage, `writes${randomToken(6)}`);
    const finish = (collection: BenchCollection) =>
      collection.count({ selector: { role: 'org:billing' } }).exec();
    const measured = await measure(database.memberships, count, seed, () => finish(database.memberships));
    await database.remove();
    return measured;
  }
}
