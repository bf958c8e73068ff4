import { writeFile } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { journalPath, openIntentJournal } from '../intent-journal';
import { asStoreError } from '../sqlite-storage/as-store-error';
import { PAGE_SIZE, SALT_SIZE, sealKey } from '../sqlite-storage/page-seal';
import { readBytes } from '../sqlite-storage/read-bytes';
import { readPagesOf } from '../sqlite-storage/read-pages';
import { restoreBackup } from '../sqlite-storage/restore-backup';
import { StoreError } from '../sqlite-storage/store-error';
import { storePath } from '../sqlite-storage/store-registry';
import type { OnProgress } from '../store';
import { storeName } from '../store-database';
import type { Backup } from './read-backup';

/** What is in a folder now. */
export interface RestoredStore {
  readonly pages: number;
  /** Records of all collections, deleted ones included. */
  readonly records: number;
  readonly openIntents: number;
}

/**
 * Puts the database and the journal of a backup into a folder that has none. Every page and record is read first.
 *
 * @throws StoreError `disk-full`, `read-only`, `io`; the database is then not in place.
 */
export async function restoreStore(
  backup: Backup,
  { directory, key, now }: { readonly directory: string; readonly key: string; readonly now: number },
  onProgress: OnProgress = () => undefined,
): Promise<Result<RestoredStore>> {
  const { path: from, manifest } = backup;
  if (!backup.isSealedBy(key)) return forged(from);
  try {
    const path = storePath(directory, storeName);
    const { verdict } = await restoreBackup({
      from,
      bytes: manifest.databaseBytes,
      path,
      key,
      now,
      onProgress,
    });
    const records = verdict.collections.reduce((sum, { surviving }) => sum + surviving, 0);
    return success({
      pages: verdict.pages,
      records,
      openIntents: await restoreJournal(directory, manifest.journal, key),
    });
  } catch (error) {
    const known = asStoreError(error, directory);
    // The manifest shows that the key is right: with no page that fits, the salt is what was altered.
    const unfit = known instanceof StoreError && ['wrong-key', 'not-encrypted'].includes(known.code);
    if (!unfit && !(known instanceof StoreError && known.code === 'damaged')) throw known;
    return damaged(from, unfit ? [1] : await damagedPages(backup, key));
  }
}

async function restoreJournal(directory: string, line: string, key: string): Promise<number> {
  const path = journalPath(directory, storeName);
  const journal = openIntentJournal(path, key);
  await writeFile(path, line, { mode: 0o600 });
  const { intents } = await journal.read();
  await journal.rewrite([...intents.values()]);
  return intents.size;
}

/** Numbers, from 1, of the pages that fail their seal; the manifest is behind the last one. */
async function damagedPages({ path, manifest }: Backup, key: string): Promise<readonly number[]> {
  const { damaged: found } = await readPagesOf(path, sealKey(key, readBytes(path, 0, SALT_SIZE)));
  return [...new Set(found)].filter((page) => page <= manifest.databaseBytes / PAGE_SIZE);
}

function damaged(path: string, pages: readonly number[]): Result<never> {
  const named = pages.slice(0, 5).join(', ');
  const what =
    pages.length === 0
      ? t('its tables do not fit together')
      : pages.length > 5
        ? t('page {named} and {more, number} more of its database fails its seal', {
            named,
            more: pages.length - 5,
          })
        : t('page {named} of its database fails its seal', { named });
  return failure(
    'database-damaged',
    t('The backup {path} is damaged: {what}. Nothing was restored.', { path, what }),
    t('Copy the file again from where you keep it, or take another backup.'),
    { damagedPages: [...pages] },
  );
}

function forged(path: string): Result<never> {
  return failure(
    'database-damaged',
    t('The backup {path} was put together by somebody without its key. Nothing was restored.', { path }),
    t('Take a backup from a place that you trust.'),
  );
}
