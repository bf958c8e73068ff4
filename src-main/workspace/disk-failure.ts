import { type FailureCode, failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** Turns a failed file operation into a failure; anything that is no file error is a bug and is thrown again. */
export function diskFailure(error: unknown, attempt: string): Result<never> {
  const errno = errnoOf(error);
  if (errno === null) throw error;
  const { code, next } = classify(errno);
  return failure(
    code,
    t('{attempt} failed ({errno}). What was on disk before is still there.', { attempt, errno }),
    next,
  );
}

/** The system's error code, `ENOENT` say; null when this is no system error. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : null;
}

/** Whether an error says that there is nothing, and not that it could not be looked at: a full table of files, a failing disk, another's folder. */
export function isAbsence(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === 'ENOENT' || errno === 'ENOTDIR';
}

function classify(errno: string): { readonly code: FailureCode; readonly next: string } {
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', next: t('Free some disk space and try again.') };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'disk-read-only', next: t('Make the folder writable for you and try again.') };
    default:
      return { code: 'disk-error', next: t('Check the disk and the folder, then try again.') };
  }
}
