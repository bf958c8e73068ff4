import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readMark } from './commit-mark';
import type { FileSeal } from './driver';
import { isOfAnotherKind } from './is-of-another-kind';
import { isThere } from './is-there';
import { isSealed, PAGE_SIZE, SALT_SIZE, sealKey } from './page-seal';

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1');
/** A key is called foreign only after this many pages (or all there are) failed their seal. */
const PAGES_TO_TRY = 64;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

function withFile<Result>(path: string, work: (file: number, size: number) => Result): Result | undefined {
  if (!isThere(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    return work(file, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** Numbers, from 0, of pages spread over the file, the first one first. */
function pagesToTry(size: number): readonly number[] {
  const pages = Math.floor(size / PAGE_SIZE);
  const step = Math.max(1, Math.floor(pages / PAGES_TO_TRY));
  return Array.from({ length: Math.ceil(pages / step) }, (_, index) => index * step);
}

const pageAt = (file: number, index: number): Buffer => readAt(file, index * PAGE_SIZE, PAGE_SIZE);

const anyPageSealed = (file: number, size: number, macKey: Uint8Array): boolean =>
  pagesToTry(size).some((index) => isSealed(pageAt(file, index), index + 1, macKey));

/** The log keeps sealed pages too, each behind a header that starts with its page number. */
function anyFrameSealed(file: number, size: number, key: string, salt: Uint8Array | undefined): boolean {
  const frames = Math.min(PAGES_TO_TRY, Math.floor((size - WAL_HEADER) / (FRAME_HEADER + PAGE_SIZE)));
  let macKey = salt === undefined ? undefined : sealKey(key, salt);
  for (let index = 0; index < frames; index += 1) {
    const frame = readAt(file, WAL_HEADER + index * (FRAME_HEADER + PAGE_SIZE), FRAME_HEADER + PAGE_SIZE);
    const pageNumber = frame.readUInt32BE(0);
    const page = frame.subarray(FRAME_HEADER);
    if (macKey === undefined && pageNumber === 1) macKey = sealKey(key, page.subarray(0, SALT_SIZE));
    if (macKey !== undefined && isSealed(page, pageNumber, macKey)) return true;
  }
  return false;
}

/**
 * Judges a SQLCipher 4 file by its bytes, without opening it as a database: a wrong key must leave even the
 * write-ahead log alone, and SQLite would fold that into the file on closing.
 */
export function inspectFile(path: string, key: string): FileSeal {
  let salt: Buffer | undefined;
  const seal = withFile(path, (file, size): FileSeal => {
    if (size === 0) return 'absent';
    salt = readAt(file, 0, SALT_SIZE);
    if (salt.equals(PLAIN_HEADER)) return 'plaintext';
    if (salt.length < SALT_SIZE) return 'foreign';
    // The salt itself may be what is damaged: the mark knows it, too.
    const salts = [salt, readMark(path, key)?.salt].filter((each) => each !== undefined);
    return salts.some((each) => anyPageSealed(file, size, sealKey(key, each))) ? 'sealed' : 'foreign';
  });
  if (seal === 'plaintext' || seal === 'sealed') return seal;
  const inLog = withFile(`${path}-wal`, (file, size) => anyFrameSealed(file, size, key, salt));
  if (inLog) return 'sealed';
  // No page is left that could tell, but the mark was made with this key: the file is ruined.
  if (seal === 'foreign' && readMark(path, key) !== undefined) return 'sealed';
  const another = withFile(path, (file, size) =>
    isOfAnotherKind(
      size,
      pagesToTry(size).map((index) => pageAt(file, index)),
    ),
  );
  return seal === 'foreign' && another ? 'plaintext' : (seal ?? 'absent');
}
