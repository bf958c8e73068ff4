import { rm } from 'node:fs/promises';
import type { SqlDriver } from './driver';
import { durableRename } from './durable-rename';
import { inspectDamage } from './inspect-damage';
import { openStoreFile } from './open-store-file';
import { sqlcipherDriver } from './sqlcipher-driver';
import { removeCompanions } from './store-companions';
import { StoreError } from './store-error';
import { openFileAt } from './store-registry';

export interface ChangeKeyOptions {
  /** A closed database file. */
  readonly path: string;
  /** Raw keys, 64 hexadecimal digits. */
  readonly key: string;
  readonly newKey: string;
  readonly driver?: SqlDriver;
}

/**
 * Seals a closed database with another key. Everything is written into a new file, which is checked and then takes the
 * old one's place in one step: whatever happens meanwhile, one of the two keys opens the whole database.
 *
 * @throws StoreError as `openStoreFile`, and `locked` when the file is open here; the old key is then still valid.
 */
export async function changeKey({
  path,
  key,
  newKey,
  driver = sqlcipherDriver,
}: ChangeKeyOptions): Promise<void> {
  if (openFileAt(path) !== undefined) throw new StoreError('locked', `${path} is open in this process.`);
  const unfinished = `${path}.rekeying`;
  await rm(unfinished, { force: true });
  try {
    const file = openStoreFile(path, key, driver);
    try {
      file.use((database) => database.exportTo(unfinished, newKey));
    } finally {
      file.close();
    }
    const verdict = await inspectDamage(unfinished, newKey, { driver });
    if (!verdict.sound) throw new StoreError('io', `The re-keyed copy of ${path} came out damaged.`);
    removeCompanions(path);
    await durableRename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}
