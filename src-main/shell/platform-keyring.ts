import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { SafeStorage } from 'electron';
import type { Keyring } from '../workspace/vault/keyring';

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/**
 * The platform's keyring behind Electron's `safeStorage`; null where there is none. On Linux `basic_text` encrypts with a
 * password that everybody knows, so it counts as none: a passphrase takes its place.
 */
export function platformKeyring(storage: Storage, platform: string = process.platform): Keyring | null {
  if (!storage.isEncryptionAvailable()) return null;
  if (platform === 'linux') {
    const backend = storage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return null;
  }
  return {
    wrap: (plain) => attempt(() => storage.encryptString(plain).toString('base64')),
    unwrap: (wrapped) => attempt(() => storage.decryptString(Buffer.from(wrapped, 'base64'))),
  };
}

function attempt(work: () => string): Result<string> {
  try {
    return success(work());
  } catch {
    return failure(
      'no-keyring',
      t('The keyring of this system does not give the key of the workspace. The database was not touched.'),
      t('Unlock the keyring of your desktop and try again; it must be the one the workspace was made with.'),
    );
  }
}
