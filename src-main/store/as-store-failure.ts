import { assertNever } from '@shared/assert-never';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { StoreError } from './sqlite-storage/store-error';

/** Thrown of a question that what is copied cannot answer: it ends as this failure, and is no bug. */
export class NotKnown extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** What people are told of a disk or database trouble, or of what is not known; null when the error is something else. */
export function asStoreFailure(error: unknown): Failure | null {
  if (error instanceof NotKnown) return error.failure;
  return error instanceof StoreError ? { ...explain(error), detail: error.message } : null;
}

function explain({ code, what }: StoreError): Failure {
  switch (code) {
    case 'wrong-key':
      return {
        code: 'wrong-key',
        message: t('The database was made with another key. It was not touched.'),
        next: t('Unlock it with the passphrase or the keyring entry that it was made with.'),
      };
    case 'not-encrypted':
      return {
        code: 'not-encrypted',
        message: t(
          'No encrypted database lies in its place: a plain SQLite file, another program’s file, or one that was cut off or overwritten. It was not touched.',
        ),
        next: t(
          'Put the right file back. Or choose what shall be done: in the window, where it is opened, or on the command line by restore FILE, staged-edits FILE or salvage.',
        ),
      };
    case 'damaged':
      return {
        code: 'database-damaged',
        message: t(
          'The database is damaged, and is left as it is. Staged changes are also in a journal of their own.',
        ),
        next: t(
          'Choose what shall be done: in the window, where it is opened, or on the command line by check, restore FILE, staged-edits FILE or salvage.',
        ),
      };
    case 'locked':
      return {
        code: 'workspace-open-elsewhere',
        message: t('Another Tenantry has this workspace open. Nothing was changed.'),
        next: t('Close it there, or go on there.'),
      };
    case 'disk-full':
      return {
        code: 'disk-full',
        message: t(
          'The disk is full: the last write was taken back. Everything acknowledged before is kept.',
        ),
        next: t('Free some space, then try again: it goes on where it stopped.'),
      };
    case 'read-only':
      return {
        code: 'disk-read-only',
        message: t('The database cannot be used: {what} Everything acknowledged before is kept.', { what }),
        next: t(
          'Give this user the right to read and write the file and its folder (chmod u+rw), then try again.',
        ),
      };
    case 'io':
      return {
        code: 'disk-error',
        message: t(
          'The disk refused: {what} The last operation was taken back. Everything acknowledged before is kept.',
          { what },
        ),
        next: t('Check the disk and the path of the folder, then try again.'),
      };
    case 'closed':
      return {
        code: 'engine-stopped',
        message: t('The database is closed. Everything acknowledged before is kept.'),
        next: t('Open the workspace again.'),
      };
    case 'newer-format':
      return {
        code: 'newer-version',
        message: t('A newer version of Tenantry wrote this database. It was not touched.'),
        next: t('Update Tenantry, then open the workspace again.'),
      };
    case 'too-deep':
      return {
        code: 'invalid-input',
        message: t('A value nests deeper than the database can keep. Nothing of this write was kept.'),
        next: t('Make it flatter, then try again.'),
      };
    default:
      return assertNever(code);
  }
}
