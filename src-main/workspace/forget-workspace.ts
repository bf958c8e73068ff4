import { rm } from 'node:fs/promises';
import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from './disk-failure';
import { lockWorkspace } from './lock/lock-workspace';
import type { Workspace } from './workspace';

/** Removes a workspace with its database from this machine; refused while it is open anywhere. */
export async function forgetWorkspace({ directory }: Workspace): Promise<Result<null>> {
  const lock = await lockWorkspace(directory);
  if (!lock.ok) return lock;
  try {
    await rm(directory, { recursive: true, force: true });
    return success(null);
  } catch (error) {
    return diskFailure(error, t('Forgetting the workspace'));
  } finally {
    await lock.value.release();
  }
}
