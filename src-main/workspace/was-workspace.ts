import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { errnoOf } from './disk-failure';
import { mostBytes } from './workspace-faults';
import { workspacePaths } from './workspace-paths';

/**
 * Whether a folder that cannot be read as a workspace ever was one, for those that stand in any folder: dead links, a `workspace.json` of
 * another program and what belongs to other users stand there too. One of this user's own that nobody may look into may be one.
 */
export async function wasWorkspace(directory: string): Promise<boolean> {
  const { file, database, journal } = workspacePaths(directory);
  try {
    const names = await readdir(directory);
    if ([database, journal].some((path) => names.includes(basename(path)))) return true;
    const found = await stat(file);
    if (!found.isFile() || found.size > mostBytes) return false;
    // In each of ours lies the sealed key.
    return (await readFile(file, 'utf8')).includes('"vault"');
  } catch (error) {
    return ['EACCES', 'EPERM'].includes(errnoOf(error) ?? '') && isOwn(directory);
  }
}

async function isOwn(directory: string): Promise<boolean> {
  const found = await stat(directory).catch(() => null);
  // Windows tells no owner: it may be this user's own.
  const user = process.geteuid?.();
  return found !== null && (user === undefined || found.uid === user);
}
