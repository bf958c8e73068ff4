import { open, stat } from 'node:fs/promises';
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

/** Checks the seal of every page of a database file, from its bytes alone. */
export async function readPages(path: string, macKey: Uint8Array): Promise<PageReading> {
  const { size } = await stat(path);
  const pages = Math.ceil(size / PAGE_SIZE);
  const damaged: number[] = [];
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(PAGES_AT_ONCE * PAGE_SIZE);
    for (let first = 0; first < pages; first += PAGES_AT_ONCE) {
      const { bytesRead } = await file.read(bytes, 0, bytes.length, first * PAGE_SIZE);
      for (let at = 0; at < bytesRead; at += PAGE_SIZE) {
        const number = first + at / PAGE_SIZE + 1;
        const whole = at + PAGE_SIZE <= bytesRead;
        if (number === LOCK_PAGE) continue;
        if (!whole || !isSealed(bytes.subarray(at, at + PAGE_SIZE), number, macKey)) damaged.push(number);
      }
    }
    return { pages, damaged };
  } finally {
    await file.close();
  }
}
