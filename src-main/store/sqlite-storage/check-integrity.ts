import { setImmediate as nextTurn } from 'node:timers/promises';
import { SALT_SIZE, sealKey } from './page-seal';
import { readPages } from './read-pages';
import { signDamage } from './store-companions';
import type { StoreFile } from './store-file';

/** What a check of an open database found. */
export interface Integrity {
  readonly sound: boolean;
  readonly pages: number;
  /** Numbers, from 1, of pages that fail their seal. */
  readonly damagedPages: readonly number[];
  /** What SQLite finds wrong with tables and indexes; empty when nothing is. */
  readonly structure: readonly string[];
}

/**
 * Checks an open database on demand: the log is folded in, the seal of every page is checked while others go on, then
 * SQLite checks the structure, which holds everybody up (some seconds at a million documents). A file found damaged is
 * signed, so that it is not opened again as if nothing were.
 *
 * @param onProgress is given the part done, 0 to 1. No backup of the file may run meanwhile.
 */
export async function checkIntegrity(
  file: StoreFile,
  key: string,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Integrity> {
  const total = Number(file.value('PRAGMA page_count'));
  file.rows('PRAGMA wal_checkpoint(TRUNCATE)');
  const salt = Buffer.alloc(SALT_SIZE);
  file.readBytes(salt, 0);
  const reading = await readPages(
    async (bytes, position) => {
      await nextTurn();
      return file.readBytes(bytes, position);
    },
    sealKey(key, salt),
    (pages) => onProgress(Math.min(1, pages / total)),
  );
  const { pages, damaged } = reading;
  const structure = damaged.length > 0 ? [] : structureOf(file);
  const sound = damaged.length === 0 && structure.length === 0;
  if (!sound) signDamage(file.path);
  return { sound, pages, damagedPages: damaged, structure };
}

/** SQLite's own verdict on the structure; at most 100 complaints. */
export function structureOf(file: StoreFile): readonly string[] {
  const found = file.column('PRAGMA quick_check(100)').map(String);
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}
