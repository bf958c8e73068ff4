import { z } from 'zod';
import { JsonValue } from './json';

/** What can go wrong, as a stable code. Screens and exit codes hang on the code, never on the message. */
export const FailureCode = z.enum([
  'offline',
  // `domain/network-trouble.ts`
  'certificate',
  'redirected',
  'proxy-login',
  'not-the-service',
  'timeout',
  'key-refused',
  'other-instance',
  'forbidden',
  'not-found',
  'rate-limited',
  'service-error',
  'malformed-answer',
  'incomplete',
  'refused',
  'conflict',
  'invalid-input',
  /** A value that the schema of its setting forbids: no rule of people, it can never be taken. */
  'unfit-value',
  'limit',
  'last-admin',
  'directory-managed',
  'in-use',
  'stale-plan',
  'not-approved',
  'busy',
  'wrong-passphrase',
  'wrong-key',
  'address-changed',
  /** A snapshot that has ended, or on a machine whose clock cannot be right. */
  'expired',
  /** A snapshot takes no edits and asks no service. */
  'read-only',
  'newer-version',
  'no-keyring',
  /** A new workspace is to be made here, and only a passphrase of its own can keep its key. */
  'new-passphrase',
  'workspace-missing',
  'workspace-open-elsewhere',
  'database-damaged',
  'not-encrypted',
  'disk-full',
  'disk-read-only',
  'disk-error',
  /** A new version that is not what its publisher signed, or that cannot be put in place. */
  'update-refused',
  'engine-stopped',
  'internal',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** An expected failure. */
export const Failure = z.object({
  code: FailureCode,
  /** What happened, and what was kept. */
  message: z.string(),
  /** What to do next. */
  next: z.string(),
  detail: JsonValue.optional(),
});
export type Failure = z.infer<typeof Failure>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: FailureCode, message: string, next: string, detail?: JsonValue): Result<never> {
  return {
    ok: false,
    error: detail === undefined ? { code, message, next } : { code, message, next, detail },
  };
}
