import type { Keyring } from './keyring';

/** How a new vault shall be kept. */
export type Protection =
  | { readonly kind: 'keyring'; readonly keyring: Keyring }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'profile' };

/** What is at hand to open a vault; the vault's kind decides which part is needed. */
export interface Unlocking {
  readonly keyring?: Keyring | undefined;
  readonly passphrase?: string | undefined;
}
