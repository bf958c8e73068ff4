import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { Keyring } from '../../workspace/vault/keyring';
import type { Protection } from '../../workspace/vault/protection';

/**
 * How a new workspace keeps its key. A passphrase wins when one is given; a sandbox (synthetic data) may lie in the
 * profile; a real instance needs a real keyring or a passphrase, never the platform's plain-text stand-in.
 */
export function chooseProtection(
  kind: 'sandbox' | 'remote',
  passphrase: string | undefined,
  keyring: Keyring | null,
): Result<Protection> {
  if (passphrase) return success({ kind: 'passphrase', passphrase });
  if (kind === 'sandbox') return success({ kind: 'profile' });
  if (keyring) return success({ kind: 'keyring', keyring });
  return failure(
    'no-keyring',
    t('This system offers no keyring that could keep the key of the workspace. Nothing was made.'),
    t('Choose a passphrase for the workspace.'),
  );
}
