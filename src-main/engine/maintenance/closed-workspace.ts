import { makeSnapshot, type SnapshotSource } from '@main/snapshot/make-snapshot';
import { inspectStore } from '@main/store/maintenance/inspect-store';
import { readBackup } from '@main/store/maintenance/read-backup';
import { rekeyStore, sealOfStore } from '@main/store/maintenance/rekey-store';
import { type RestoredStore, restoreStore } from '@main/store/maintenance/restore-store';
import { recoverStore } from '@main/store/recover-store';
import type { OnProgress } from '@main/store/store';
import { storeName } from '@main/store/store-database';
import { failure, type Result, success } from '@shared/contract/failure';
import type { IntegrityReport, Salvaged } from '@shared/contract/maintenance';
import type { SnapshotOrder, SnapshotReport } from '@shared/contract/snapshot';
import { t } from '@shared/language/t';
import { maintenanceFailure } from './maintenance-failure';

/** Inspects the files of a workspace that nobody has open; changes none of them. */
export async function inspectClosed(
  directory: string,
  key: string,
  onProgress?: OnProgress,
): Promise<Result<IntegrityReport>> {
  try {
    return success(await inspectStore(directory, key, onProgress));
  } catch (error) {
    return maintenanceFailure(error, t('The check of {directory}', { directory }));
  }
}

/**
 * Puts the database and the open edits of a backup into a folder that has none.
 *
 * @param unlock gets the database's key out of the label that the backup carries
 */
export async function restoreInto(
  directory: string,
  from: string,
  unlock: (label: string) => Promise<Result<string>>,
  onProgress?: OnProgress,
): Promise<Result<RestoredStore & { readonly madeAt: number }>> {
  const backup = await readBackup(from);
  if (!backup.ok) return backup;
  const { label, madeAt } = backup.value.manifest;
  const key = await unlock(label);
  if (!key.ok) return key;
  try {
    const target = { directory, key: key.value, now: Date.now() };
    const restored = await restoreStore(backup.value, target, onProgress);
    return restored.ok ? success({ ...restored.value, madeAt }) : restored;
  } catch (error) {
    return maintenanceFailure(error, t('Restoring {from} into {directory}', { from, directory }));
  }
}

/**
 * Puts a new database in the place of a damaged one, with staged changes, change sets and history as far as they can be read; the
 * damaged one is kept beside it. One that is sound is left alone: its copied rows would be lost for nothing.
 */
export async function salvageClosed(directory: string, key: string, now: number): Promise<Result<Salvaged>> {
  const found = await inspectClosed(directory, key);
  if (!found.ok) return found;
  if (found.value.verdict !== 'damaged') return notDamaged(directory);
  try {
    return success(await recoverStore({ directory, key, name: storeName }, now));
  } catch (error) {
    return maintenanceFailure(error, t('Saving what can be read in {directory}', { directory }));
  }
}

function notDamaged(directory: string): Result<never> {
  return failure(
    'invalid-input',
    t('The database in {directory} is not damaged. It was left as it is.', { directory }),
    t('Open the workspace as always.'),
  );
}

/** Makes a snapshot of a backup; see `makeSnapshot`. Nothing else may be open in this process. */
export async function snapshotInto(
  source: SnapshotSource,
  to: string,
  order: SnapshotOrder,
): Promise<Result<SnapshotReport>> {
  try {
    return await makeSnapshot(source, to, order);
  } catch (error) {
    return maintenanceFailure(error, t('The snapshot to {to}', { to }));
  }
}

/** Whether a closed workspace's database is under another key than this. */
export function isUnderAnotherKey(directory: string, key: string): boolean {
  return sealOfStore(directory, key) === 'foreign';
}

/** Seals a closed workspace's database and journal with another key; the old one is valid until that is done. */
export async function rekeyClosed(directory: string, key: string, newKey: string): Promise<Result<null>> {
  try {
    if (sealOfStore(directory, newKey) !== 'sealed') await rekeyStore(directory, key, newKey);
    return success(null);
  } catch (error) {
    return maintenanceFailure(error, t('The change of the key'));
  }
}
