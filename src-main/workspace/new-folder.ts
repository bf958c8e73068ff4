import { mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errnoOf } from './disk-failure';
import { isThere } from './if-there';

/** A folder that this process made, and how to take back only what it made. */
export interface NewFolder {
  /** Removes these files, then the new folders from the innermost outwards, as far as nothing else has come into them. */
  takeBack(files: readonly string[]): Promise<void>;
}

/** Makes a folder and those above it that are missing, for their owner alone. One that is there is taken as it is. */
export async function makeFolder(directory: string): Promise<NewFolder> {
  const made: string[] = [];
  const missing: string[] = [];
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (await make(folder)) {
      made.unshift(folder);
      break;
    }
    if (await isThere(folder)) break;
    missing.unshift(folder);
  }
  for (const folder of missing) if (await make(folder)) made.unshift(folder);
  return {
    async takeBack(files) {
      for (const file of files) await rm(file, { force: true });
      for (const folder of made) {
        try {
          await rmdir(folder);
        } catch (error) {
          if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errnoOf(error) ?? '')) return;
          throw error;
        }
      }
    },
  };
}

/** False when it cannot be made yet (the one above is missing), or is there. */
async function make(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST' || errno === 'ENOENT') return false;
    throw error;
  }
}
