import { statSync } from 'node:fs';

/**
 * Whether there is a file. Only the system's word that there is none counts as that: what cannot be looked at must not pass for a file
 * that was never made.
 *
 * @throws errors of the disk
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return false;
    throw error;
  }
}
