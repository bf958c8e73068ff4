import { assertNever } from '@shared/assert-never';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { deriveKey } from './derive-key';
import { readProfileKey } from './profile-key';
import type { Unlocking } from './protection';
import { unseal } from './seal';
import { type Bound, Secrets } from './secrets';
import type { Vault } from './vault';
import type { WrapTarget } from './wrap-secrets';

/**
 * Opens a vault, for the place it was sealed for: what `workspace.json` tells of that in plain text must be as it was. Whatever
 * fails, nothing on disk is changed.
 */
export async function unwrapSecrets(
  vault: Vault,
  unlocking: Unlocking,
  target: WrapTarget,
): Promise<Result<Secrets>> {
  const opened = await openVault(vault, unlocking, target);
  if (!opened.ok || opened.value.bound === undefined) return opened;
  const changes = changesOf(opened.value.bound, target.bound);
  return changes.length === 0 ? opened : addressChanged(changes);
}

/** The secrets whatever place the vault was sealed for: for who does not send the key. */
export async function openVault(
  vault: Vault,
  unlocking: Unlocking,
  target: WrapTarget,
): Promise<Result<Secrets>> {
  switch (vault.kind) {
    case 'keyring': {
      if (!unlocking.keyring) return noKeyring();
      const plain = unlocking.keyring.unwrap(vault.wrapped);
      return plain.ok ? decode(plain.value) : plain;
    }
    case 'passphrase': {
      if (!unlocking.passphrase) return wrongPassphrase(t('This workspace is locked with a passphrase.'));
      const key = await deriveKey(unlocking.passphrase, Buffer.from(vault.salt, 'base64'), vault);
      const plain = unseal(key, vault.box, target.context);
      return plain === null ? wrongPassphrase(t('The passphrase does not fit.')) : decode(plain);
    }
    case 'profile': {
      const key = await readProfileKey(target.profileKeyFile);
      if (!key.ok) return key;
      const plain = unseal(key.value, vault.box, target.context);
      return plain === null ? damaged() : decode(plain);
    }
    default:
      return assertNever(vault);
  }
}

function changesOf(sealed: Bound, told: Bound): readonly string[] {
  return (['url', 'scenario', 'environment', 'kind', 'snapshot', 'service'] as const)
    .filter((fact) => sealed[fact] !== told[fact])
    .map((fact) =>
      t('{fact} from {sealed} to {told}', {
        fact,
        sealed: sealed[fact] ?? 'none',
        told: told[fact] ?? 'none',
      }),
    );
}

function addressChanged(changes: readonly string[]): Result<never> {
  return failure(
    'address-changed',
    t(
      'Somebody changed workspace.json outside Tenantry: {changes}. The API key was not sent anywhere, and nothing was opened.',
      { changes: changes.join(', ') },
    ),
    t(
      'Put the former values back. If the change is meant, give the API key anew: replace-key, or Replace the key on the first page.',
    ),
  );
}

function decode(plain: string): Result<Secrets> {
  try {
    return success(Secrets.parse(JSON.parse(plain)));
  } catch {
    return damaged();
  }
}

function wrongPassphrase(message: string): Result<never> {
  return failure(
    'wrong-passphrase',
    t('{message} Nothing was opened or changed.', { message }),
    t('Type the passphrase that was chosen when the workspace was made, or last changed.'),
  );
}

function noKeyring(): Result<never> {
  return failure(
    'no-keyring',
    t(
      'The key of this workspace lies in the keyring of the desktop app, which is not at hand here. Nothing was changed.',
    ),
    t('Open the workspace in the desktop app, as the same user on the same machine.'),
  );
}

function damaged(): Result<never> {
  return failure(
    'wrong-key',
    t('The key of this workspace cannot be unwrapped. The database was not touched.'),
    t('Put workspace.json and profile.key back from a backup.'),
  );
}
