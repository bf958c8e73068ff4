import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { errnoOf, isAbsence } from './disk-failure';
import { mostBytes } from './workspace-faults';
import { workspacePaths } from './workspace-paths';

/**
 * Whether a folder that cannot be read as a workspace ever was one, for those that stand in any folder: dead links, a `workspace.json` of
 * another program and what belongs to other users stand there too. One of this user's own that cannot be looked into may be one.
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
    // A link that leads to itself leads nowhere.
    if (isAbsence(error) || errnoOf(error) === 'ELOOP') return false;
    return !['EACCES', 'EPERM'].includes(errnoOf(error) ?? '') || isOwn(directory);
  }
}

/** Windows tells no owner, and what cannot be looked at has none that is known: it may be this user's own. */
async function isOwn(directory: string): Promise<boolean> {
  const user = process.geteuid?.();
  try {
    return (await stat(directory)).uid === user || user === undefined;
  } catch (error) {
    return !isAbsence(error);
  }
}
