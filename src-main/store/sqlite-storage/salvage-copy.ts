import { constants } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { isThere } from './is-there';
import { emptyLeafPage } from './page-cipher';
import { PAGE_SIZE } from './page-seal';

/**
 * Copies a damaged, closed file so that SQLite can read what is left of it: every damaged page is replaced by a
 * well-sealed empty one, and a damaged salt by the true one. The damaged file stays as it is.
 */
export async function salvageCopy(
  path: string,
  copy: string,
  {
    key,
    salt,
    damaged,
  }: { readonly key: string; readonly salt: Uint8Array; readonly damaged: readonly number[] },
): Promise<void> {
  await copyFile(path, copy, constants.COPYFILE_FICLONE);
  if (isThere(`${path}-wal`)) await copyFile(`${path}-wal`, `${copy}-wal`);
  const file = await open(copy, 'r+');
  try {
    await file.write(salt, 0, salt.length, 0);
    for (const number of damaged) {
      // Page 1 is the root of the schema: emptied, it would hide every table. SQLite must judge it itself.
      if (number > 1)
        await file.write(emptyLeafPage(number, key, salt), 0, PAGE_SIZE, (number - 1) * PAGE_SIZE);
    }
  } finally {
    await file.close();
  }
}
