import { asStoreFailure } from '@main/store/as-store-failure';
import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/**
 * A thrown error as a failure: disk and database trouble by its code, anything else as a bug, with its message; where it came from
 * goes into the log.
 */
export function asFailure(error: unknown): Result<never> {
  const known = asStoreFailure(error);
  if (known !== null) return { ok: false, error: known };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error) process.stderr.write(`A bug, please report it. ${error.stack ?? message}\n`);
  return failure(
    'internal',
    t('Something in Tenantry went wrong: {message}. Nothing that was staged is lost.', { message }),
    t('Try again; if it comes back, restart Tenantry and send the log from Settings.'),
  );
}
