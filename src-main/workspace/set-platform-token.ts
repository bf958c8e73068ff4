import { type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { keyless, sameProtection } from './replace-api-key';
import { replaceVault } from './replace-vault';
import { unlockWorkspace } from './unlock-workspace';
import type { Unlocking } from './vault/protection';
import type { Secrets } from './vault/secrets';
import type { Workspace } from './workspace';

/**
 * Puts a Platform token beside the API key into the vault, in the place of the one before; null takes it out. Key and database
 * key stay, and so does what they are sealed for.
 */
export async function setPlatformToken(
  workspace: Workspace,
  token: string | null,
  unlocking: Unlocking,
): Promise<Result<{ readonly workspace: Workspace; readonly secrets: Secrets }>> {
  if (workspace.info.kind === 'snapshot') return keyless();
  const current = await unlockWorkspace(workspace, unlocking);
  if (!current.ok) return current;
  const protection = sameProtection(workspace.vault, unlocking);
  if (!protection.ok) return protection;
  const secrets: Secrets = { ...current.value, platformToken: token ?? undefined };
  const replaced = await replaceVault(workspace, secrets, protection.value, t('Keeping the Platform token'));
  return replaced.ok ? success({ workspace: replaced.value, secrets }) : replaced;
}
