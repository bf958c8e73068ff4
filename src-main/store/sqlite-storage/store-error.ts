/**
 * Why the store refused, stable across versions:
 * - `wrong-key`: no page of the file was sealed with this key
 * - `not-encrypted`: the file is plain SQLite or no database at all, or the driver cannot encrypt
 * - `damaged`: the key fits and pages fail their seal or their structure
 * - `locked`: another process, or another store in this one, holds the file
 * - `disk-full`, `read-only`, `io`: the file system said so
 * - `closed`: the caller used a closed or removed storage
 * - `newer-format`: a later version of this storage wrote the file
 * - `too-deep`: a document nests deeper than can be written as text
 */
export type StoreErrorCode =
  | 'wrong-key'
  | 'not-encrypted'
  | 'damaged'
  | 'locked'
  | 'disk-full'
  | 'read-only'
  | 'io'
  | 'closed'
  | 'newer-format'
  | 'too-deep';

const NEXT_STEP: Readonly<Record<StoreErrorCode, string>> = {
  'wrong-key': 'Nothing was changed. Unlock with the key the file was made with, or restore a backup.',
  'not-encrypted': 'Nothing was changed. Move the file away; the store only works on encrypted files.',
  damaged: 'Stop writing. Ask for a damage verdict, then restore a backup or let the data be fetched anew.',
  locked: 'Nothing was changed. Close the other program that holds this file and try again.',
  'disk-full': 'The write was rolled back. Free disk space and try again.',
  'read-only': 'The write was rolled back. Make the file and its folder writable and try again.',
  io: 'The operation was rolled back. Check the disk and the folder, then try again.',
  closed: 'Open the database again before using it.',
  'newer-format': 'Nothing was changed. Update the program to open this file.',
  'too-deep': 'Nothing was changed. Flatten that document and write it again.',
};

/** A refusal of the store: `code` is for programs, `message` says what happened and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** What happened, alone: which file, and what the system said. */
  readonly what: string;

  constructor(code: StoreErrorCode, what: string, cause?: unknown) {
    super(`${what} ${NEXT_STEP[code]}`, { cause });
    this.code = code;
    this.what = what;
  }
}
