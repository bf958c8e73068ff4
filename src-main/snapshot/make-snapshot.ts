import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openClosedStore } from '@main/store/maintenance/closed-store';
import { readBackup } from '@main/store/maintenance/read-backup';
import { restoreStore } from '@main/store/maintenance/restore-store';
import { openStore } from '@main/store/open-store';
import { durableRename } from '@main/store/sqlite-storage/durable-rename';
import { failure, type Result, success } from '@shared/contract/failure';
import type { SnapshotOrder, SnapshotReport } from '@shared/contract/snapshot';
import { t } from '@shared/language/t';
import { copyStore } from './copy-store';
import { everything, ofOrganization } from './in-part';
import { keptKeys } from './kept-keys';

export interface SnapshotSource {
  /** A backup of the workspace as it is, in a folder of its own that work may be done in. */
  readonly from: string;
  /** The key of its database. */
  readonly key: string;
  /** Ms since 1970. */
  readonly now: () => number;
}

/**
 * Makes a copy under a key of its own, in the form of a backup: records as the service was seen to hold them, their history, and
 * how fresh they are; no intents, and no key of the service. Beside it nothing else may be open in this process. Expected failure: `not-found`, an
 * organization that is not there.
 *
 * @throws StoreError `disk-full`, `read-only`, `io`; `to` is then as it was.
 */
export async function makeSnapshot(
  { from, key, now }: SnapshotSource,
  to: string,
  order: SnapshotOrder,
): Promise<Result<SnapshotReport>> {
  const { organizationId = '' } = order;
  const backup = await readBackup(from);
  if (!backup.ok) return backup;
  const folder = await mkdtemp(join(dirname(from), 'work-'));
  try {
    const whole = { directory: join(folder, 'whole'), key, now: now() };
    const restored = await restoreStore(backup.value, whole);
    if (!restored.ok) return restored;
    const source = openClosedStore(whole.directory, key);
    try {
      if (organizationId !== '' && !isThere(source.records('organization'), organizationId))
        return noOrganization(organizationId);
      const isPart = organizationId === '' ? everything : ofOrganization(organizationId, source.records);
      const copy = await openStore({ directory: join(folder, 'copy'), key: order.key, now });
      try {
        const copied = await copyStore(source, copy, {
          isPart,
          organizationId,
          keeps: keptKeys(organizationId === ''),
        });
        const made = join(folder, 'snapshot');
        const { bytes } = await copy.maintenance.backUp(made, order.label, () => undefined);
        await durableRename(made, to);
        return success({ path: to, bytes, ...copied });
      } finally {
        await copy.close();
      }
    } finally {
      source.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isThere(records: Iterable<{ readonly id: string }>, wanted: string): boolean {
  for (const { id } of records) if (id === wanted) return true;
  return false;
}

function noOrganization(id: string): Result<never> {
  return failure(
    'not-found',
    t('There is no organization {id} in this workspace. Nothing was written.', { id }),
    t('Give the id of one that `list organization` shows.'),
  );
}
