import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from '../disk-failure';
import { unlessAbsent } from '../if-there';
import { workspacePaths } from '../workspace-paths';

/** How large the database of a workspace is on disk, bytes: its log counts as well. Expected failures: those of the disk. */
export async function copySize(directory: string): Promise<Result<number>> {
  const { database } = workspacePaths(directory);
  const folder = dirname(database);
  try {
    const names = await unlessAbsent(readdir(folder), []);
    const sizes = names
      .filter((name) => name.startsWith(basename(database)))
      // One that went meanwhile takes no room.
      .map(async (name) => (await unlessAbsent(stat(join(folder, name)), { size: 0 })).size);
    return success((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0));
  } catch (error) {
    return diskFailure(error, t('Looking how large the copy in {folder} is', { folder }));
  }
}
