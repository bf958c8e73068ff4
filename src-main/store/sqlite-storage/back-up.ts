import { constants } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { durableRename } from './durable-rename';
import { SALT_SIZE, sealKey } from './page-seal';
import { readBytes } from './read-bytes';
import { type PageReading, readPages } from './read-pages';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';

/** Files being copied: one backup of a file at a time. */
const COPYING = new Set<string>();

/**
 * Copies an open database into one encrypted file, while others go on reading and writing: the log is folded in
 * first, then writes stay in the log until the copy is done, so the file holds still. The copy has the database's key.
 * Every page of it is checked before it gets its name.
 *
 * @throws StoreError `damaged` when the database has pages that fail their seal, `disk-full`, `io`; `to` is then as it
 *   was.
 */
export async function backUp(file: StoreFile, key: string, to: string): Promise<PageReading> {
  if (COPYING.has(file.path)) throw new StoreError('locked', `${file.path} is being backed up already.`);
  COPYING.add(file.path);
  const unfinished = `${to}.part`;
  try {
    file.rows('PRAGMA wal_checkpoint(TRUNCATE)');
    file.exec('PRAGMA wal_autocheckpoint = 0');
    await copyFile(file.path, unfinished, constants.COPYFILE_FICLONE);
    const reading = await readPages(unfinished, sealKey(key, readBytes(unfinished, 0, SALT_SIZE)));
    const [first] = reading.damaged;
    if (first !== undefined) throw new StoreError('damaged', `Page ${first} of the copy fails its seal.`);
    await durableRename(unfinished, to);
    return reading;
  } finally {
    COPYING.delete(file.path);
    await rm(unfinished, { force: true });
    file.letLogFold();
  }
}
