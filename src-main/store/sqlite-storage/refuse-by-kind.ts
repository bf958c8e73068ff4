import { existsSync, lstatSync, readlinkSync, statSync } from 'node:fs';
import { StoreError } from './store-error';

/**
 * Says of what stands in the place of a file that it is none: a link to what is not there (a disk that is not mounted, say), which
 * must not pass for a file that was never made, or a folder.
 *
 * @throws StoreError `io`
 */
export function refuseByKind(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isSymbolicLink() && !existsSync(file))
    throw new StoreError('io', `${file} is a link to ${readlinkSync(file)}, and nothing is there.`);
  if (statSync(file).isDirectory()) throw new StoreError('io', `${file} is a folder, and should be a file.`);
}
