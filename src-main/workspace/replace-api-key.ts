import { assertNever } from '@shared/assert-never';
import { failure, type Result, success } from '@shared/contract/failure';
import { replaceVault } from './replace-vault';
import { unlockWorkspace } from './unlock-workspace';
import type { Protection, Unlocking } from './vault/protection';
import type { Secrets } from './vault/secrets';
import type { Vault } from './vault/vault';
import type { Workspace } from './workspace';

/** Puts another API key into the vault; the database key stays, and so does the way the vault is kept. */
export async function replaceApiKey(
  workspace: Workspace,
  apiKey: string,
  unlocking: Unlocking,
): Promise<Result<{ readonly workspace: Workspace; readonly secrets: Secrets }>> {
  const current = await unlockWorkspace(workspace, unlocking);
  if (!current.ok) return current;
  const protection = sameProtection(workspace.vault, unlocking);
  if (!protection.ok) return protection;
  const secrets: Secrets = { databaseKey: current.value.databaseKey, apiKey };
  const replaced = await replaceVault(workspace, secrets, protection.value, 'Replacing the API key');
  return replaced.ok ? success({ workspace: replaced.value, secrets }) : replaced;
}

function sameProtection(vault: Vault, { keyring, passphrase }: Unlocking): Result<Protection> {
  switch (vault.kind) {
    case 'keyring':
      return keyring
        ? success({ kind: 'keyring', keyring })
        : failure('no-keyring', 'No keyring is at hand. Nothing was changed.', 'Use the desktop app.');
    case 'passphrase':
      return success({ kind: 'passphrase', passphrase: passphrase ?? '' });
    case 'profile':
      return success({ kind: 'profile' });
    default:
      return assertNever(vault);
  }
}
