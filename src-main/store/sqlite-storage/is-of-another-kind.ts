import { PAGE_SIZE } from './page-seal';

/** How files begin that other programs write (hex): images, documents, archives, programs. */
const beginnings = [
  'ffd8ff',
  '89504e47',
  '47494638',
  '25504446',
  '504b0304',
  '1f8b08',
  '377abcaf',
  '7f454c46',
];

/** Of 256 values, all but a few occur in an encrypted page; text, zeros and tables of a plain file have far fewer. */
const fewestValues = 200;

/**
 * Whether a file cannot be a database of ours under any key. An encrypted one looks random, and is whole pages: what begins as files of
 * another kind do, is no whole number of pages, or has nothing random in the pages looked at is none.
 *
 * @param pages some of the file's, the first one first
 */
export function isOfAnotherKind(size: number, pages: readonly Uint8Array[]): boolean {
  const start = Buffer.from(pages[0]?.subarray(0, 8) ?? []).toString('hex');
  return (
    size % PAGE_SIZE !== 0 ||
    beginnings.some((known) => start.startsWith(known)) ||
    pages.every((page) => new Set(page).size < fewestValues)
  );
}
