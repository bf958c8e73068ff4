import { assertNever } from '@shared/assert-never';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { replaceVault } from './replace-vault';
import { mayBeAsked } from './service-url';
import type { Protection, Unlocking } from './vault/protection';
import { Bound, type Secrets } from './vault/secrets';
import { openVault } from './vault/unwrap-secrets';
import type { Vault } from './vault/vault';
import { vaultTarget } from './vault-target';
import type { Workspace } from './workspace';

/**
 * Opens the vault to put another API key into it, at whatever address the workspace is now: the key that is kept is not to be
 * sent anywhere.
 */
export async function unlockForNewKey(workspace: Workspace, unlocking: Unlocking): Promise<Result<Secrets>> {
  if (workspace.info.kind === 'snapshot') return keyless();
  const allowed = mayBeAsked(workspace);
  return allowed.ok ? openVault(workspace.vault, unlocking, vaultTarget(workspace)) : allowed;
}

/**
 * Puts another API key into the vault, sealed for the address that `workspace.json` tells now; the database key stays, and so
 * does the way the vault is kept. The former key is sent nowhere, so that a changed address does not matter here.
 */
export async function replaceApiKey(
  workspace: Workspace,
  apiKey: string,
  unlocking: Unlocking,
): Promise<Result<{ readonly workspace: Workspace; readonly secrets: Secrets }>> {
  const current = await unlockForNewKey(workspace, unlocking);
  if (!current.ok) return current;
  const protection = sameProtection(workspace.vault, unlocking);
  if (!protection.ok) return protection;
  const { bound } = vaultTarget(workspace);
  const { bound: sealed, ...kept } = current.value;
  // At another address than it was sealed for the token is not to be sent anywhere: it must be given anew as well.
  const moved = JSON.stringify(Bound.parse(bound)) !== JSON.stringify(sealed && Bound.parse(sealed));
  const platformToken = moved ? undefined : kept.platformToken;
  const secrets: Secrets = { ...kept, apiKey, platformToken, bound };
  const replaced = await replaceVault(workspace, secrets, protection.value, t('Replacing the API key'));
  return replaced.ok ? success({ workspace: replaced.value, secrets }) : replaced;
}

/** How a vault is kept now, for another one in its place. */
export function sameProtection(vault: Vault, { keyring, passphrase }: Unlocking): Result<Protection> {
  switch (vault.kind) {
    case 'keyring':
      return keyring
        ? success({ kind: 'keyring', keyring })
        : failure('no-keyring', t('No keyring is at hand. Nothing was changed.'), t('Use the desktop app.'));
    case 'passphrase':
      return success({ kind: 'passphrase', passphrase: passphrase ?? '' });
    case 'profile':
      return success({ kind: 'profile' });
    default:
      return assertNever(vault);
  }
}

/** What a snapshot answers to whoever brings it a key. */
export function keyless(): Result<never> {
  return failure(
    'read-only',
    t('This is a snapshot: it has no key and asks no service. Nothing was changed.'),
    t('Connect the instance as a workspace of its own.'),
  );
}
