import { randomBytes } from 'node:crypto';
import { assertNever } from '@shared/assert-never';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { currentCost, deriveKey } from './derive-key';
import { ensureProfileKey } from './profile-key';
import type { Protection } from './protection';
import { seal } from './seal';
import type { Bound, Secrets } from './secrets';
import type { Vault } from './vault';

const shortestPassphrase = 8;

export interface WrapTarget {
  /** Workspace id: a vault opens only where it was made. */
  readonly context: string;
  readonly bound: Bound;
  /** Where a `profile` vault keeps its key. */
  readonly profileKeyFile: string;
}

/** Wraps secrets into a vault; every call uses a fresh salt and nonce. */
export async function wrapSecrets(
  secrets: Secrets,
  protection: Protection,
  target: WrapTarget,
): Promise<Result<Vault>> {
  const plain = JSON.stringify({ ...secrets, bound: target.bound });
  switch (protection.kind) {
    case 'keyring': {
      const wrapped = protection.keyring.wrap(plain);
      return wrapped.ok ? success({ kind: 'keyring', wrapped: wrapped.value }) : wrapped;
    }
    case 'passphrase': {
      if (protection.passphrase.length < shortestPassphrase) {
        return failure(
          'invalid-input',
          t('A passphrase needs at least {shortestPassphrase, number} characters. Nothing was changed.', {
            shortestPassphrase,
          }),
          t('Choose a longer passphrase.'),
        );
      }
      const salt = randomBytes(16);
      const key = await deriveKey(protection.passphrase, salt, currentCost);
      const box = seal(key, plain, target.context);
      return success({
        kind: 'passphrase',
        kdf: 'scrypt',
        ...currentCost,
        salt: salt.toString('base64'),
        box,
      });
    }
    case 'profile': {
      const key = await ensureProfileKey(target.profileKeyFile);
      return key.ok ? success({ kind: 'profile', box: seal(key.value, plain, target.context) }) : key;
    }
    default:
      return assertNever(protection);
  }
}
