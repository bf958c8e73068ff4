import { asStoreFailure } from '@main/store/as-store-failure';
import { failure, type Result } from '@shared/contract/failure';

/** A thrown error as a failure: disk and database trouble by its code, anything else as a bug, with its message. */
export function asFailure(error: unknown): Result<never> {
  const known = asStoreFailure(error);
  if (known !== null) return { ok: false, error: known };
  const message = error instanceof Error ? error.message : String(error);
  return failure(
    'internal',
    `Something in Tenantry went wrong: ${message}. Nothing that was staged is lost.`,
    'Try again; if it comes back, restart Tenantry and send the log from Settings.',
  );
}
