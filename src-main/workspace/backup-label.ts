import { type Result, success } from '@shared/contract/failure';
import type { Secrets } from './vault/secrets';
import { wrapSecrets } from './vault/wrap-secrets';
import { vaultTarget } from './vault-target';
import type { Workspace } from './workspace';
import { workspaceText } from './workspace-text';

/**
 * What goes with a backup to open it anywhere: `workspace.json` under a passphrase. That is the workspace's own where it
 * has one; a keyring or a profile stays behind on its machine.
 */
export async function backupLabel(
  workspace: Workspace,
  secrets: Secrets,
  passphrase: string,
): Promise<Result<string>> {
  const { vault } = workspace;
  if (vault.kind === 'passphrase') return success(workspaceText(workspace, vault));
  const wrapped = await wrapSecrets(secrets, { kind: 'passphrase', passphrase }, vaultTarget(workspace));
  return wrapped.ok ? success(workspaceText(workspace, wrapped.value)) : wrapped;
}
