import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RxDocumentData } from 'rxdb';
import { asStoreError } from './as-store-error';
import { structureOf } from './check-integrity';
import { readMark } from './commit-mark';
import type { SqlDriver } from './driver';
import { isThere } from './is-there';
import { PAGE_SIZE, SALT_SIZE, sealKey } from './page-seal';
import { readBytes } from './read-bytes';
import { type LogReading, readLog } from './read-log';
import { type PageReading, readPagesOf } from './read-pages';
import { salvageCopy } from './salvage-copy';
import { sqlcipherDriver } from './sqlcipher-driver';
import { StoreError } from './store-error';
import { StoreFile } from './store-file';
import { openFileAt } from './store-registry';
import { formerCount, type StoredCollection, storedCollections, survivors } from './survivors';

const RECORDS_BETWEEN = 5_000;

/** What is left of one collection. */
export interface CollectionVerdict {
  readonly name: string;
  readonly version: number;
  /** Documents that can be read, tombstones included. */
  readonly surviving: number;
  /** Documents that cannot; `null` when nothing is left to tell how many there were. */
  readonly lost: number | null;
}

/** Which pages of a database file are damaged, and which records survive. */
export interface DamageVerdict {
  readonly sound: boolean;
  readonly pages: number;
  /** Numbers, from 1, of pages that fail their seal. */
  readonly damagedPages: readonly number[];
  readonly log: LogReading;
  /** Acknowledged commits that file and log lack; none after a power cut tells of damage. */
  readonly lostCommits: number;
  /** What SQLite finds wrong with the structure; only asked for when all pages are sealed. */
  readonly structure: readonly string[];
  readonly collections: readonly CollectionVerdict[];
}

/** Takes a surviving document of a collection. */
export type SurvivorVisit = (collection: StoredCollection, document: RxDocumentData<unknown>) => void;

/** Given the part done, 0 to 1; reading the pages counts as half. */
type OnProgress = (fraction: number) => void;

/** Of the salt in the file and the one in the mark, the one that more pages agree with. */
async function bestReading(
  path: string,
  key: string,
  onProgress: OnProgress,
): Promise<{ readonly salt: Buffer; readonly reading: PageReading }> {
  const own = readBytes(path, 0, SALT_SIZE);
  const total = statSync(path).size / PAGE_SIZE;
  const tell = (pages: number): void => onProgress(Math.min(1, pages / total) / 2);
  const reading = await readPagesOf(path, sealKey(key, own), tell);
  const noted = readMark(path, key)?.salt;
  if (noted === undefined || noted.equals(own) || (reading.pages > 0 && reading.damaged.length === 0))
    return { salt: own, reading };
  const other = await readPagesOf(path, sealKey(key, noted));
  if (reading.pages > 0 && other.damaged.length >= reading.damaged.length) return { salt: own, reading };
  // The salt itself is a part of page 1.
  return { salt: noted, reading: { ...other, damaged: [1, ...other.damaged] } };
}

function verdictOf(file: StoreFile, collection: StoredCollection, visit: SurvivorVisit): CollectionVerdict {
  let surviving = 0;
  for (const document of survivors(file, collection.table)) {
    surviving += 1;
    visit(collection, document);
  }
  const former = formerCount(file, collection.table);
  const lost = former === undefined ? null : Math.max(0, former - surviving);
  return { name: collection.name, version: collection.version, surviving, lost };
}

/** A new folder for what is made of a damaged file, beside it. */
export function salvageFolder(beside: string): Promise<string> {
  return mkdtemp(join(beside, 'salvage-'));
}

/** Copies that a check left behind when it was cut off. To be called by who holds the folder. */
export async function removeLeftSalvage(folder: string): Promise<void> {
  try {
    for (const name of isThere(folder) ? await readdir(folder) : [])
      if (/^salvage-[A-Za-z0-9]{6}$/.test(name))
        await rm(join(folder, name), { recursive: true, force: true });
  } catch (error) {
    throw asStoreError(error, folder);
  }
}

/** A file whose tables are gone lets SQLite down with a plain error. */
function isSqlError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';
}

/**
 * Judges a closed database file: page by page, then record by record on a repaired copy beside it. The file itself is
 * only read. Takes the time of reading everything.
 *
 * @param options.visit is given every surviving document
 * @param options.onProgress is given the part done, 0 to 1, now and then
 */
export async function inspectDamage(
  path: string,
  key: string,
  {
    driver = sqlcipherDriver,
    visit = () => undefined,
    onProgress = () => undefined,
  }: { readonly driver?: SqlDriver; readonly visit?: SurvivorVisit; readonly onProgress?: OnProgress } = {},
): Promise<DamageVerdict> {
  if (openFileAt(path) !== undefined) throw new StoreError('locked', `${path} is open in this process.`);
  if (!isThere(path)) throw new StoreError('io', `${path} does not exist.`);
  const { salt, reading } = await bestReading(path, key, onProgress);
  const log = readLog(path, sealKey(key, salt));
  await removeLeftSalvage(dirname(path));
  const folder = await salvageFolder(dirname(path));
  try {
    const copy = join(folder, 'copy.db');
    const damagedPages = [...new Set(reading.damaged)];
    await salvageCopy(path, copy, { key, salt, damaged: reading.damaged });
    const left = readCopy(copy, damagedPages.length === 0);
    const lostCommits = Math.max(0, (readMark(path, key)?.commits ?? 0) - left.commits);
    const sound =
      damagedPages.length === 0 && left.readable && lostCommits === 0 && left.structure.length === 0;
    const { structure, collections } = left;
    return { sound, pages: reading.pages, damagedPages, log, lostCommits, structure, collections };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  function readCopy(copy: string, whole: boolean) {
    const database = driver.open(copy, key);
    const file = new StoreFile(copy, database);
    try {
      database.pragma('locking_mode = EXCLUSIVE');
      const commits = Number(file.value('SELECT n FROM commits') ?? 0);
      const found = storedCollections(file);
      const total = found.reduce((sum, { table }) => sum + (formerCount(file, table) ?? 0), 0);
      let visited = 0;
      const collections = found.map((each) =>
        verdictOf(file, each, (collection, document) => {
          visited += 1;
          if (visited % RECORDS_BETWEEN === 0) onProgress(0.5 + Math.min(1, visited / total) / 2);
          visit(collection, document);
        }),
      );
      return { readable: true, commits, collections, structure: whole ? structureOf(file) : [] };
    } catch (error) {
      if (!(error instanceof StoreError || isSqlError(error))) throw error;
      return { readable: false, commits: 0, collections: [], structure: [] };
    } finally {
      file.close();
    }
  }
}
