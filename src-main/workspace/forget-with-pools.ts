import type { Result } from '@shared/contract/failure';
import { forgetWorkspace } from './forget-workspace';
import { listWorkspaces } from './list-workspaces';
import type { Workspace } from './workspace';

/**
 * Forgets a workspace; with a sandbox platform the workspaces of its applications go too, for its service is in its
 * folder. Those of a real platform stay: their service is elsewhere, and so are their keys.
 */
export async function forgetWithPools(workspace: Workspace, root: string): Promise<Result<null>> {
  const { id, kind } = workspace.info;
  const listed = kind === 'sandbox' ? await listWorkspaces(root) : null;
  if (listed?.ok) {
    for (const pool of listed.value.workspaces.filter(({ info }) => info.platform?.workspaceId === id)) {
      const forgotten = await forgetWorkspace(pool);
      if (!forgotten.ok) return forgotten;
    }
  }
  return forgetWorkspace(workspace);
}
