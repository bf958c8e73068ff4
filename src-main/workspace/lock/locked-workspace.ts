import { type Result, success } from '@shared/contract/failure';
import { readWorkspace } from '../read-workspace';
import type { Workspace } from '../workspace';
import { lockWorkspace, type WorkspaceLock } from './lock-workspace';

/** A workspace that this process alone may open and change. */
export interface LockedWorkspace {
  readonly workspace: Workspace;
  readonly lock: WorkspaceLock;
}

/** Takes the lock of a workspace, and reads it behind that: while somebody else had it, its vault may have become another. */
export async function lockedWorkspace({ directory, info }: Workspace): Promise<Result<LockedWorkspace>> {
  const lock = await lockWorkspace(directory, info.name);
  if (!lock.ok) return lock;
  const workspace = await readWorkspace(directory);
  if (workspace.ok) return success({ workspace: workspace.value, lock: lock.value });
  await lock.value.release();
  return workspace;
}
