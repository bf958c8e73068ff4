import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { replaceVault } from './replace-vault';
import { unlockWorkspace } from './unlock-workspace';
import type { Workspace } from './workspace';

/**
 * Locks the secrets of a workspace under another passphrase. The database's key stays: what it takes to change that,
 * too, is `rekey` of the command line.
 */
export async function changePassphrase(
  workspace: Workspace,
  passphrase: string,
  next: string,
): Promise<Result<Workspace>> {
  if (workspace.vault.kind !== 'passphrase') return noPassphrase();
  const secrets = await unlockWorkspace(workspace, { passphrase });
  if (!secrets.ok) return secrets;
  const protection = { kind: 'passphrase', passphrase: next } as const;
  return replaceVault(workspace, secrets.value, protection, t('Changing the passphrase'));
}

function noPassphrase(): Result<never> {
  return failure(
    'invalid-input',
    t('This workspace has no passphrase. Nothing was changed.'),
    t('Its key is kept by this machine; there is nothing to change here.'),
  );
}
