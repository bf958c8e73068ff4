import { keyFault } from '@main/workspace/key-fault';
import { replaceApiKey, unlockForNewKey } from '@main/workspace/replace-api-key';
import { setPlatformToken } from '@main/workspace/set-platform-token';
import { type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { readSecret } from './read-secret';
import { withUnlocked, withWorkspace } from './with-workspace';

/**
 * Another API key of the same instance, once the service has shown that it is one. The old key need not be valid any more, and
 * is sent nowhere: this is also the way on after the address of the workspace was changed.
 */
export async function replaceKey(directory: string): Promise<Result<WorkspaceInfo>> {
  const given = await readSecret('TENANTRY_API_KEY');
  if (!given.ok) return given;
  const apiKey = given.value;
  const wrong = keyFault(apiKey);
  if (wrong !== null) return wrong;
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

/** A Platform token beside the key, once the service has shown that it opens the application of this instance. */
export async function addPlatformToken(directory: string): Promise<Result<WorkspaceInfo>> {
  const given = await readSecret('TENANTRY_PLATFORM_TOKEN');
  if (!given.ok) return given;
  const wrong = keyFault(given.value);
  if (wrong !== null) return wrong;
  return withWorkspace(directory, async (engine, { workspace, unlocking }) => {
    const tried = await engine.tryPlatformToken(given.value);
    if (!tried.ok) return tried;
    const kept = await setPlatformToken(workspace, given.value, unlocking);
    return kept.ok ? success(kept.value.workspace.info) : kept;
  });
}

/** Takes the Platform token out again: what was copied by it stays, and is read and edited no more. */
export async function removePlatformToken(directory: string): Promise<Result<WorkspaceInfo>> {
  return withUnlocked(directory, async ({ workspace, unlocking }) => {
    const removed = await setPlatformToken(workspace, null, unlocking);
    return removed.ok ? success(removed.value.workspace.info) : removed;
  });
}
