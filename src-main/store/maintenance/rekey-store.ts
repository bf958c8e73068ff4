import { journalPath, openIntentJournal } from '../intent-journal';
import { asStoreError } from '../sqlite-storage/as-store-error';
import { changeKey } from '../sqlite-storage/change-key';
import type { FileSeal } from '../sqlite-storage/driver';
import { isThere } from '../sqlite-storage/is-there';
import { sqlcipherDriver } from '../sqlite-storage/sqlcipher-driver';
import { storePath } from '../sqlite-storage/store-registry';
import { storeName } from '../store-database';

/** What the bytes of a closed store's database say about a key. */
export function sealOfStore(directory: string, key: string): FileSeal {
  return sqlcipherDriver.inspect(storePath(directory, storeName), key);
}

/**
 * Seals a closed store with another key: the database in one step, then the journal. A journal that is left behind by a
 * crash between the two is written anew from the database when that is opened.
 *
 * @throws StoreError as `changeKey`; the old key is then still valid.
 */
export async function rekeyStore(directory: string, key: string, newKey: string): Promise<void> {
  const path = storePath(directory, storeName);
  const lines = journalPath(directory, storeName);
  try {
    const { intents } = await openIntentJournal(lines, key).read();
    if (isThere(path)) await changeKey({ path, key, newKey });
    await openIntentJournal(lines, newKey).rewrite([...intents.values()]);
  } catch (error) {
    throw asStoreError(error, path);
  }
}
