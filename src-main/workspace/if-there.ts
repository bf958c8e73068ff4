import { readFile, stat } from 'node:fs/promises';
import { isAbsence } from './disk-failure';

/** What was looked for, or `none` where there is nothing. Throws other errors of the disk. */
export async function unlessAbsent<T, N>(looked: Promise<T>, none: N): Promise<T | N> {
  try {
    return await looked;
  } catch (error) {
    if (isAbsence(error)) return none;
    throw error;
  }
}

/** Whether something is at a path. Throws other errors of the disk than that there is nothing. */
export const isThere = async (path: string): Promise<boolean> =>
  (await unlessAbsent(stat(path), null)) !== null;

/** The text of a file; null where there is none. Throws other errors of the disk: what cannot be read is not absent. */
export const readIfThere = (file: string): Promise<string | null> =>
  unlessAbsent(readFile(file, 'utf8'), null);
