import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { workspacePaths } from '../workspace-paths';

/** How large the database of a workspace is on disk, bytes: its log counts as well. */
export async function copySize(directory: string): Promise<number> {
  const database = workspacePaths(directory).database;
  const names = await readdir(dirname(database)).catch(() => []);
  const sizes = names
    .filter((name) => name.startsWith(basename(database)))
    // One that went meanwhile takes no room.
    .map((name) =>
      stat(join(dirname(database), name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
