import { open } from 'node:fs/promises';
import { isSealed, PAGE_SIZE } from './page-seal';

/** Pages read at once; between two reads other work gets its turn. */
const PAGES_AT_ONCE = 256;
/** SQLite locks bytes in the page at 1 GB and never writes it. */
const LOCK_PAGE = 0x40000000 / PAGE_SIZE + 1;

/** How the pages of a file stand. */
export interface PageReading {
  readonly pages: number;
  /** Numbers, from 1, of pages that fail their seal; a last page that is cut short counts too. */
  readonly damaged: readonly number[];
}

/** Fills `bytes` from a position of a database file; gives back how many there were. */
type ReadBytes = (bytes: Uint8Array, position: number) => Promise<number>;

/**
 * Checks the seal of every page of a database file, from its bytes alone.
 *
 * @param onProgress is given how many pages are read, now and then
 */
export async function readPages(
  read: ReadBytes,
  macKey: Uint8Array,
  onProgress: (pages: number) => void = () => undefined,
): Promise<PageReading> {
  const damaged: number[] = [];
  const bytes = Buffer.alloc(PAGES_AT_ONCE * PAGE_SIZE);
  for (let pages = 0; ; ) {
    const length = await read(bytes, pages * PAGE_SIZE);
    for (let at = 0; at < length; at += PAGE_SIZE) {
      pages += 1;
      if (pages === LOCK_PAGE) continue;
      const whole = at + PAGE_SIZE <= length;
      if (!whole || !isSealed(bytes.subarray(at, at + PAGE_SIZE), pages, macKey)) damaged.push(pages);
    }
    onProgress(pages);
    if (length < bytes.length) return { pages, damaged };
  }
}

/** {@link readPages} of a file that no store of this process has open. */
export async function readPagesOf(
  path: string,
  macKey: Uint8Array,
  onProgress?: (pages: number) => void,
): Promise<PageReading> {
  const file = await open(path, 'r');
  try {
    return await readPages(
      async (bytes, position) => (await file.read(bytes, 0, bytes.length, position)).bytesRead,
      macKey,
      onProgress,
    );
  } finally {
    await file.close();
  }
}
