import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, type Result } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { diskFailure } from './disk-failure';

/** Makes a file at `to` of a backup that is taken first, in a new folder beside it (`newFolder` makes one) that is gone afterwards. */
export async function throughBackup<T>(
  to: string,
  backUp: (path: string, label: string) => Promise<Result<unknown>>,
  make: (from: string) => Promise<Result<T>>,
  newFolder: (prefix: string) => string | Promise<string> = mkdtemp,
): Promise<Result<T>> {
  try {
    const folder = await newFolder(join(dirname(to), '.tenantry-snapshot-'));
    try {
      const from = join(folder, 'backup');
      const taken = await backUp(from, '');
      return taken.ok ? await make(from) : taken;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    return diskFailure(error, t('Writing {to}', { to }));
  }
}

/** A snapshot is of a workspace that knows what is new. */
export function snapshotOf({ kind }: Pick<WorkspaceInfo, 'kind'>): Result<never> | null {
  if (kind !== 'snapshot') return null;
  return failure(
    'read-only',
    t('This is a snapshot already. Nothing was written.'),
    t('Make it of the workspace itself, which knows what is new.'),
  );
}
