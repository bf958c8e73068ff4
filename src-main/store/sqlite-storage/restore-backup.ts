import { constants } from 'node:fs';
import { copyFile, mkdir, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SqlDriver } from './driver';
import { durableRename } from './durable-rename';
import { type DamageVerdict, inspectDamage } from './inspect-damage';
import { isThere } from './is-there';
import { sqlcipherDriver } from './sqlcipher-driver';
import { removeCompanions, setAside } from './store-companions';
import { StoreError } from './store-error';
import { openFileAt } from './store-registry';

export interface RestoreOptions {
  /** The backup: one file, as `backUp` wrote it. */
  readonly from: string;
  /** How much of that file is the database; all of it when left out. */
  readonly bytes?: number;
  /** The database file to put in place; see `storePath`. */
  readonly path: string;
  /** The backup's key, which becomes the database's. */
  readonly key: string;
  /** ms since 1970, for the name of the file that is set aside. */
  readonly now: number;
  readonly driver?: SqlDriver;
  /** Given the part read, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Puts a backup in the place of a closed database, after checking every page and record of a copy of it. What was
 * there is kept beside it under another name.
 *
 * @returns what the backup holds, and where the former file lies now.
 * @throws StoreError `wrong-key`, `not-encrypted`, `damaged`, `locked`, `io`; nothing is changed then.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<{ readonly verdict: DamageVerdict; readonly aside: string | undefined }> {
  const { from, bytes, path, key, now, driver = sqlcipherDriver, onProgress } = options;
  if (openFileAt(path) !== undefined) throw new StoreError('locked', `${path} is open in this process.`);
  refuseForeign(from, key, driver);
  const unfinished = `${path}.restoring`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await copyFile(from, unfinished, constants.COPYFILE_FICLONE);
    if (bytes !== undefined) await truncate(unfinished, bytes);
    const verdict = await inspectDamage(unfinished, key, { driver, ...(onProgress && { onProgress }) });
    if (!verdict.sound) {
      throw new StoreError('damaged', `The backup ${from} has ${verdict.damagedPages.length} damaged pages.`);
    }
    const aside = isThere(path) ? setAside(path, now) : undefined;
    removeCompanions(path);
    await durableRename(unfinished, path);
    return { verdict, aside };
  } finally {
    await rm(unfinished, { force: true });
  }
}

function refuseForeign(from: string, key: string, driver: SqlDriver): void {
  const seal = driver.inspect(from, key);
  if (seal === 'sealed') return;
  if (seal === 'absent') throw new StoreError('io', `${from} is no backup.`);
  throw new StoreError(
    seal === 'plaintext' ? 'not-encrypted' : 'wrong-key',
    `The key does not open ${from}.`,
  );
}
