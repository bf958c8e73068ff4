import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { asStoreError } from './as-store-error';
import { CommitMark, isOfThisBoot, readMark } from './commit-mark';
import type { FileSeal, SqlDatabase, SqlDriver } from './driver';
import { migrateFormat, type NewestVersions, refuseNewer } from './file-format';
import { SALT_SIZE } from './page-seal';
import { refuseByKind } from './refuse-by-kind';
import { isSignedDamaged } from './store-companions';
import { StoreError } from './store-error';
import { StoreFile } from './store-file';

const RAW_KEY = /^[0-9a-f]{64}$/i;

/**
 * - locking_mode=EXCLUSIVE: one process, one connection; it also keeps the log's index in memory, not in a file.
 * - synchronous=NORMAL: with a log, a power cut can drop the newest commits but never tear one, and `kill -9`
 *   drops none. Server rows are fetched anew; what a person typed is fsynced in the intent journal first.
 * - cache_size: 128 MB of decrypted pages, the hot indexes of a million records.
 */
const SETTINGS = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'wal_autocheckpoint = 10000',
  'cache_size = -128000',
  'temp_store = MEMORY',
  'foreign_keys = OFF',
] as const;

/**
 * Compares the file with the mark of its last acknowledged commit. After a power cut newer commits may be missing by
 * right (see `synchronous` above); with the machine still running they were lost to damage.
 */
function lostCommits(file: StoreFile, key: string): number {
  const mark = readMark(file.path, key);
  const commits = Number(file.value('SELECT n FROM commits'));
  if (mark === undefined || commits >= mark.commits) return 0;
  if (!isOfThisBoot(mark)) return mark.commits - commits;
  throw new StoreError('damaged', `${file.path} lacks its newest ${mark.commits - commits} commits.`);
}

function refuseBySeal(seal: FileSeal, path: string, key: string): void {
  switch (seal) {
    case 'absent':
      if (readMark(path, key) === undefined) return;
      throw new StoreError('damaged', `${path} is gone or empty.`);
    case 'sealed':
      return;
    case 'plaintext':
      throw new StoreError('not-encrypted', `${path} is no encrypted database.`);
    case 'foreign':
      throw new StoreError('wrong-key', `The key does not open ${path}.`);
    default:
      assertNever(seal);
  }
}

/** SQLite takes paths of 512 bytes, and its log has four more. */
const mostPath = 507;

/** Says which file cannot be used, and why; SQLite only says that it cannot open. */
function refuseUnusable(path: string): void {
  const bytes = Buffer.byteLength(path);
  if (bytes > mostPath)
    throw new StoreError('io', `The path ${path} has ${bytes} bytes, and a database's may have ${mostPath}.`);
  for (const file of [path, `${path}-wal`, `${path}-mark`]) {
    try {
      // Opened, and not asked for: the answer to the asking is the real user's, not the effective one's. No lock is held yet.
      closeSync(openSync(file, 'r+'));
    } catch (error) {
      refuseByRights(file, error);
      refuseByKind(file);
    }
  }
  try {
    accessSync(dirname(path), constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    refuseByRights(dirname(path), error);
  }
}

function refuseByRights(file: string, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'EACCES' && code !== 'EPERM') return;
  const rights = (statSync(file).mode & 0o777).toString(8).padStart(4, '0');
  throw new StoreError(
    'read-only',
    `${file} may not be read and written by this user (mode ${rights}).`,
    error,
  );
}

/** Takes the lock for good and proves that the first page can be read. */
function claim(database: SqlDatabase): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  for (const setting of SETTINGS) database.pragma(setting);
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

/**
 * Opens or creates one encrypted file for this process alone.
 *
 * @param newest collections that a later program may have moved on, with the versions this one knows
 * @throws StoreError `wrong-key`, `not-encrypted`, `damaged`, `locked`, `newer-format`, `read-only`, `io`; the
 *   file and its log are then as they were.
 */
export function openStoreFile(
  path: string,
  key: string,
  driver: SqlDriver,
  newest: NewestVersions = {},
): StoreFile {
  if (!RAW_KEY.test(key)) throw new StoreError('wrong-key', 'A key is 64 hexadecimal digits.');
  let database: Pick<SqlDatabase, 'close'> | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    refuseUnusable(path);
    refuseBySeal(driver.inspect(path, key), path, key);
    if (isSignedDamaged(path)) throw new StoreError('damaged', `${path} was found damaged before.`);
    const opened = driver.open(path, key);
    database = opened;
    claim(opened);
    const file = new StoreFile(path, opened);
    database = file;
    refuseNewer(file, newest);
    migrateFormat(file);
    file.lostCommits = lostCommits(file, key);
    const salt = Buffer.alloc(SALT_SIZE);
    file.readBytes(salt, 0);
    file.noteCommits(new CommitMark(path, key, salt));
    return file;
  } catch (error) {
    database?.close();
    throw asStoreError(error, path);
  }
}

/** Closes a switch over a union: the compiler rejects a case that was forgotten. */
function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
