import type { Result } from '@shared/contract/failure';

/** The platform's keyring, passed in by who has one; its failures carry the code `no-keyring`. */
export interface Keyring {
  /** Wraps a text; the result is base64. */
  wrap(plain: string): Result<string>;
  unwrap(wrapped: string): Result<string>;
}
