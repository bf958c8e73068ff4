import { replaceApiKey, unlockForNewKey } from '@main/workspace/replace-api-key';
import { type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { readSecret } from './read-secret';
import { withWorkspace } from './with-workspace';

/**
 * Another API key of the same instance, once the service has shown that it is one. The old key need not be valid any more, and
 * is sent nowhere: this is also the way on after the address of the workspace was changed.
 */
export async function replaceKey(directory: string): Promise<Result<WorkspaceInfo>> {
  const given = await readSecret('TENANTRY_API_KEY');
  if (!given.ok) return given;
  const apiKey = given.value;
  return withWorkspace(
    directory,
    async (engine, { workspace, unlocking }) => {
      const tried = await engine.tryKey(apiKey);
      if (!tried.ok) return tried;
      const replaced = await replaceApiKey(workspace, apiKey, unlocking);
      return replaced.ok ? success(replaced.value.workspace.info) : replaced;
    },
    { unlock: unlockForNewKey, apiKey },
  );
}
