import type { Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure } from './disk-failure';
import { mayBeAsked } from './service-url';
import { opensAt, seenUntil } from './snapshot-workspace';
import type { Unlocking } from './vault/protection';
import type { Secrets } from './vault/secrets';
import { unwrapSecrets } from './vault/unwrap-secrets';
import { vaultTarget } from './vault-target';
import type { Workspace } from './workspace';

/** Opens the vault of a workspace, if its key may be sent to its address. A wrong passphrase or a missing keyring changes nothing on disk. */
export async function unlockWorkspace(workspace: Workspace, unlocking: Unlocking): Promise<Result<Secrets>> {
  const allowed = mayBeAsked(workspace);
  if (!allowed.ok) return allowed;
  const secrets = await unwrapSecrets(workspace.vault, unlocking, vaultTarget(workspace));
  if (!secrets.ok) return secrets;
  const now = Date.now();
  try {
    const opens = opensAt(workspace, now, await seenUntil(workspace, now));
    return opens.ok ? secrets : opens;
  } catch (error) {
    return diskFailure(error, t('Reading when this snapshot was opened last'));
  }
}
