import { lstat, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure, errnoOf } from './disk-failure';

/** Writes a file that somebody named and that must not exist yet: whole, or not at all. Mode 0600. */
export async function writeNewFile(to: string, content: string | Uint8Array): Promise<Result<null>> {
  let made = false;
  try {
    const handle = await open(to, 'wx', 0o600);
    made = true;
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return success(null);
  } catch (error) {
    if (made) await rm(to, { force: true });
    return pathFailure(error, to);
  }
}

/**
 * Whether a file can take the place of what a path names: of nothing, or of a file. A link, a pipe or a device (`/dev/stdout`) is
 * written into and stays: replaced by a file, `/dev/null` would be gone for the whole machine.
 */
export const isReplaceable = (to: string): Promise<boolean> =>
  lstat(to).then(
    (found) => found.isFile(),
    () => true,
  );

/** What is written into a pipe that nobody reads any more goes nowhere, as on stdout: false. Any other error stays one. */
export function unlessUnread(error: unknown): false {
  if (errnoOf(error) !== 'EPIPE') throw error;
  return false;
}

/** Why a file that somebody named cannot be written: a path that leads nowhere is theirs to correct, the rest is the disk's. */
export function pathFailure(error: unknown, to: string): Result<never> {
  switch (errnoOf(error)) {
    case 'EEXIST':
      return taken(to);
    case 'ENOENT':
    case 'ENOTDIR':
      return noFolder(to);
    case 'EISDIR':
      return unwritten(t('{to} is a folder. Nothing was written.', { to }), t('Add the name of a file.'));
    case 'ENAMETOOLONG':
      return unwritten(
        t('The name {to} is too long for the disk. Nothing was written.', { to }),
        t('Give a shorter one.'),
      );
    default:
      return diskFailure(error, t('Writing {to}', { to }));
  }
}

export const noFolder = (to: string): Result<never> =>
  unwritten(
    t('There is no folder {folder}. Nothing was written.', { folder: dirname(to) }),
    t('Make that folder, or give another path.'),
  );

export const taken = (to: string): Result<never> =>
  failure(
    'invalid-input',
    t('{to} exists already. It was left as it is, and nothing was written.', { to }),
    t('Give a new name, or move that file away.'),
  );

const unwritten = (why: string, next: string): Result<never> => failure('invalid-input', why, next);
