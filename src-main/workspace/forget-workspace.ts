import { rm } from 'node:fs/promises';
import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from './disk-failure';
import { listWorkspaces } from './list-workspaces';
import { lockWorkspace, type WorkspaceLock } from './lock/lock-workspace';
import type { Workspace } from './workspace';

/**
 * Removes a workspace with its database from this machine; refused, with nothing removed or closed, while it is open anywhere else. With a
 * sandbox platform the workspaces of its applications go too, for its service is in its folder. Those of a real platform stay: their service
 * is elsewhere, and so are their keys.
 *
 * @param root the folder of all workspaces
 * @param leave closes it where it is open here; called once nothing else stands against it
 */
export async function forgetWorkspace(
  workspace: Workspace,
  root: string,
  leave: () => Promise<void> = async () => undefined,
): Promise<Result<null>> {
  const pools = await poolsOf(workspace, root);
  if (!pools.ok) return pools;
  const locks: WorkspaceLock[] = [];
  const take = async ({ directory, info }: Workspace): Promise<Result<null>> => {
    const lock = await lockWorkspace(directory, info.name);
    if (!lock.ok) return lock;
    locks.push(lock.value);
    return success(null);
  };
  try {
    for (const pool of pools.value) {
      const taken = await take(pool);
      if (!taken.ok) return taken;
    }
    await leave();
    const taken = await take(workspace);
    if (!taken.ok) return taken;
    for (const { directory } of [...pools.value, workspace])
      await rm(directory, { recursive: true, force: true });
    return success(null);
  } catch (error) {
    return diskFailure(error, t('Forgetting the workspace'));
  } finally {
    await Promise.all(locks.map((lock) => lock.release()));
  }
}

async function poolsOf({ info }: Workspace, root: string): Promise<Result<readonly Workspace[]>> {
  if (info.kind !== 'sandbox') return success([]);
  const listed = await listWorkspaces(root);
  if (!listed.ok) return listed;
  return success(listed.value.workspaces.filter((pool) => pool.info.platform?.workspaceId === info.id));
}
