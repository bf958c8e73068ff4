import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { durableRename } from './durable-rename';
import { isThere } from './is-there';

/** Files that belong to a database file: SQLite's own, the mark of commits and the sign of damage. */
const SUFFIXES = ['-wal', '-shm', '-journal', '-mark', '-damaged'] as const;

function damageSign(path: string): string {
  return `${path}-damaged`;
}

/** Leaves a sign that this file is damaged: it does not open. */
export function signDamage(path: string): void {
  writeFileSync(damageSign(path), '');
}

export function withdrawSign(path: string): void {
  rmSync(damageSign(path), { force: true });
}

export function isSignedDamaged(path: string): boolean {
  return isThere(damageSign(path));
}

/** Removes everything that lies beside a closed file and speaks of its former content. */
export function removeCompanions(path: string): void {
  for (const suffix of SUFFIXES) rmSync(path + suffix, { force: true });
}

/**
 * Moves a closed file with its companions out of the way and keeps it.
 *
 * @returns where it lies now.
 */
export function setAside(path: string, now: number): string {
  const aside = `${path}.aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
  for (const suffix of ['', ...SUFFIXES]) {
    if (isThere(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

/** Moves a closed file to where none is, behind its companions: with a mark alone nobody takes the file for a new one. */
export async function takePlace(from: string, path: string): Promise<void> {
  for (const suffix of SUFFIXES) if (isThere(from + suffix)) renameSync(from + suffix, path + suffix);
  await durableRename(from, path);
}
