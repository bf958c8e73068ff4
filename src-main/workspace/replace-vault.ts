import { type Result, success } from '@shared/contract/failure';
import { diskFailure } from './disk-failure';
import type { Protection } from './vault/protection';
import type { Secrets } from './vault/secrets';
import { wrapSecrets } from './vault/wrap-secrets';
import { vaultTarget } from './vault-target';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';
import { workspaceText } from './workspace-text';
import { writeFileAtomic } from './write-file-atomic';

/** Puts another vault with these secrets in the place of the one there is, in one step. */
export async function replaceVault(
  workspace: Workspace,
  secrets: Secrets,
  protection: Protection,
  attempt: string,
): Promise<Result<Workspace>> {
  try {
    const vault = await wrapSecrets(secrets, protection, vaultTarget(workspace));
    if (!vault.ok) return vault;
    await writeFileAtomic(workspacePaths(workspace.directory).file, workspaceText(workspace, vault.value));
    return success({ ...workspace, vault: vault.value });
  } catch (error) {
    return diskFailure(error, attempt);
  }
}
