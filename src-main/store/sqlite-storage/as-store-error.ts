import { StoreError, type StoreErrorCode } from './store-error';

const BY_SQLITE_CODE: Readonly<Record<string, StoreErrorCode>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_FULL: 'disk-full',
  SQLITE_READONLY: 'read-only',
  SQLITE_PERM: 'read-only',
  SQLITE_IOERR: 'io',
  SQLITE_CANTOPEN: 'io',
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
};

const BY_SYSTEM_CODE: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The file that the system's own error names. */
function fileOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('path' in error)) return undefined;
  return typeof error.path === 'string' ? error.path : undefined;
}

/**
 * Turns what the driver or the file system threw into a {@link StoreError}, judged by its code alone; extended
 * SQLite codes (`SQLITE_IOERR_WRITE`) count as their primary code. Anything else is a bug and is given back as is.
 */
export function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof StoreError) return error;
  const raw = codeOf(error);
  const primary = raw.startsWith('SQLITE_') ? raw.split('_').slice(0, 2).join('_') : raw;
  const code =
    BY_SQLITE_CODE[primary] ?? BY_SYSTEM_CODE[primary] ?? (/^E[A-Z]+$/.test(raw) ? 'io' : undefined);
  return code === undefined ? error : new StoreError(code, `${fileOf(error) ?? path}: ${raw}.`, error);
}
