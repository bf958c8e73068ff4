import { type FileHandle, open, rm } from 'node:fs/promises';
import { durableRename } from './durable-rename';
import { PAGE_SIZE, SALT_SIZE, sealKey } from './page-seal';
import { readBytes } from './read-bytes';
import { type PageReading, readPagesOf } from './read-pages';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';

const CHUNK = 1 << 20;

/** In chunks, so that others get their turn; through the store's own descriptor, for the sake of its lock. */
async function copyBytes(from: StoreFile, to: string, onProgress: (bytes: number) => void): Promise<void> {
  const copy = await open(to, 'w', 0o600);
  try {
    const bytes = Buffer.alloc(CHUNK);
    for (let position = 0; ; ) {
      const length = from.readBytes(bytes, position);
      if (length === 0) return;
      await writeWhole(copy, bytes.subarray(0, length), position);
      position += length;
      onProgress(position);
    }
  } finally {
    await copy.close();
  }
}

/** A disk about to be full takes a part, and says why only when asked again. */
async function writeWhole(to: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await to.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

/** Files being copied: one backup of a file at a time. */
const COPYING = new Set<string>();

/**
 * Copies an open database into one encrypted file, while others go on reading and writing: the log is folded in
 * first, then writes stay in the log until the copy is done, so the file holds still. The copy has the database's key.
 * Every page of it is checked before it gets its name.
 *
 * @param onProgress is given the part done, 0 to 1
 * @throws StoreError `damaged` when the database has pages that fail their seal, `disk-full`, `io`; `to` is then as it
 *   was.
 */
export async function backUp(
  file: StoreFile,
  key: string,
  to: string,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<PageReading> {
  if (COPYING.has(file.path)) throw new StoreError('locked', `${file.path} is being backed up already.`);
  COPYING.add(file.path);
  const unfinished = `${to}.part`;
  try {
    file.rows('PRAGMA wal_checkpoint(TRUNCATE)');
    file.exec('PRAGMA wal_autocheckpoint = 0');
    const total = Number(file.value('PRAGMA page_count'));
    const tell = (pages: number): void => onProgress(Math.min(1, pages / total / 2));
    await copyBytes(file, unfinished, (bytes) => tell(bytes / PAGE_SIZE));
    const macKey = sealKey(key, readBytes(unfinished, 0, SALT_SIZE));
    const reading = await readPagesOf(unfinished, macKey, (pages) => tell(total + pages));
    const [first] = reading.damaged;
    if (first !== undefined) throw new StoreError('damaged', `Page ${first} of the copy fails its seal.`);
    await durableRename(unfinished, to);
    return reading;
  } finally {
    COPYING.delete(file.path);
    await rm(unfinished, { force: true });
    file.letLogFold();
  }
}
