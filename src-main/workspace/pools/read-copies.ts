import { type Result, success } from '@shared/contract/failure';
import type { PoolCopyInfo } from '@shared/contract/pool-copies';
import type { WorkspaceId } from '@shared/domain/ids';
import { listWorkspaces } from '../list-workspaces';
import type { Workspace } from '../workspace';
import { readCopiedAt } from './copied-at';
import { copySize } from './copy-size';

/** The copied pools of a platform in a folder of workspaces. */
export async function readCopies(
  root: string,
  platform: WorkspaceId,
): Promise<Result<readonly PoolCopyInfo[]>> {
  const listed = await listWorkspaces(root);
  return listed.ok ? success(await copiesAmong(listed.value.workspaces, platform)) : listed;
}

/** The copied pools of a platform among workspaces: none of them is opened. Of one that cannot be looked at `failure` says why. */
export async function copiesAmong(
  workspaces: readonly Workspace[],
  platform: WorkspaceId,
): Promise<readonly PoolCopyInfo[]> {
  const copies: PoolCopyInfo[] = [];
  for (const { directory, info } of workspaces) {
    if (info.platform?.workspaceId !== platform) continue;
    const [asOf, bytes] = await Promise.all([readCopiedAt(directory), copySize(directory)]);
    copies.push({
      id: info.id,
      applicationId: info.platform.applicationId,
      asOf: asOf.ok ? asOf.value : 0,
      bytes: bytes.ok ? bytes.value : 0,
      failure: asOf.ok ? (bytes.ok ? null : bytes.error) : asOf.error,
    });
  }
  return copies;
}
