import type { Result } from '@shared/contract/failure';
import type { Unlocking } from './vault/protection';
import type { Secrets } from './vault/secrets';
import { unwrapSecrets } from './vault/unwrap-secrets';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';

/** Opens the vault of a workspace. A wrong passphrase or a missing keyring changes nothing on disk. */
export async function unlockWorkspace(workspace: Workspace, unlocking: Unlocking): Promise<Result<Secrets>> {
  const profileKeyFile = workspacePaths(workspace.directory).profileKey;
  return unwrapSecrets(workspace.vault, unlocking, { context: workspace.info.id, profileKeyFile });
}
