import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere } from './if-there';

/** `acme-0a1b2c-2026-11-27T12-05-00-000Z`: the workspace whose place a backup was to take, and when that began. */
const restoringName = /^(.+)-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

/**
 * Clears up behind restores that a crash or a power cut ended, when the app starts. One that had moved the damaged workspace aside already is
 * put in its place, whole as it was by then; what was not whole yet is removed: its backup is where it was.
 *
 * @param root folder of the workspaces; those under way are in `restoring` beside it, those moved aside in `damaged`
 */
export async function finishRestoring(root: string): Promise<void> {
  const restoring = join(root, '..', 'restoring');
  if (!(await isThere(restoring))) return;
  for (const name of await readdir(restoring)) {
    const from = join(restoring, name);
    const id = restoringName.exec(name)?.[1];
    const place = join(root, id ?? '');
    const movedAside = id !== undefined && (await isThere(join(root, '..', 'damaged', name)));
    if (movedAside && !(await isThere(place))) await rename(from, place);
    else await rm(from, { recursive: true, force: true });
  }
}
