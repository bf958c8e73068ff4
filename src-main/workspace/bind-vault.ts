import { t } from '@shared/language/t';
import { sameProtection } from './replace-api-key';
import { replaceVault } from './replace-vault';
import type { Unlocking } from './vault/protection';
import type { Secrets } from './vault/secrets';
import type { Workspace } from './workspace';

/**
 * Seals a vault of the first version anew, bound to the address that it is opened with for the first time now. Where that
 * cannot be written the vault stays as it is. To be called by who holds the lock.
 */
export async function bindVault(
  workspace: Workspace,
  secrets: Secrets,
  unlocking: Unlocking,
): Promise<Workspace> {
  if (secrets.bound !== undefined) return workspace;
  const protection = sameProtection(workspace.vault, unlocking);
  if (!protection.ok) return workspace;
  const bound = await replaceVault(workspace, secrets, protection.value, t('Binding the key to its address'));
  return bound.ok ? bound.value : workspace;
}
