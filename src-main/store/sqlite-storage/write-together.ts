import type { RxStorageWriteError } from 'rxdb';
import { commitBulks } from './commit-bulks';
import type { JointWrite } from './joint-write';

/** Either everything was written, or nothing, and why. */
export type JointResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly conflicts: readonly RxStorageWriteError<unknown>[] };

/**
 * Writes to several collections of one database in one transaction: a page of rows and the cursor behind it can
 * never be stored one without the other. One conflicting document takes everything back. Change events follow the
 * commit, collection by collection, so live queries see the new state.
 *
 * @param context names the operation in the change events
 * @throws StoreError when the file refuses; nothing is written then
 */
export async function writeTogether(writes: readonly JointWrite[], context: string): Promise<JointResult> {
  const bulks = await Promise.all(writes.map((write) => write.prepare(context)));
  const [first] = bulks;
  if (first === undefined) return { ok: true };
  if (bulks.some(({ table }) => table.file !== first.table.file)) {
    throw new TypeError('a joint write takes collections of one database');
  }
  const conflicts = commitBulks(first.table.file, bulks, 'refuse').flat();
  return conflicts.length === 0 ? { ok: true } : { ok: false, conflicts };
}
