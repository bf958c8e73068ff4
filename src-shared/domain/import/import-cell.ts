import { exportCell } from '../export/export-cell';
import { cutText, sheetText } from '../export/sheet-text';
import { readMoment } from '../iso-time';
import { type JsonValue, jsonEqual } from '../json';
import type { Kind } from '../kinds/kinds';
import { sameHeld } from '../normalised';

/** A cell of a file: a text in CSV, typed in a workbook, a value in JSON lines; null is an empty one. */
export type ImportCell = JsonValue | Date;

/** What the export puts a `'` before, so that no spreadsheet runs it (OWASP, "CSV Injection"). */
const defused = /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text of a CSV file as it was before it was kept from running as a formula. */
export const undefused = (text: string): string => (defused.test(text) ? text.slice(1) : text);

export const isEmptyCell = (cell: ImportCell): boolean => cell === null || cell === '';

/** Workbooks show seconds: whoever saves one anew loses the rest. */
const secondMs = 1_000;

/**
 * Whether a cell is what the export writes for a value, or spells the same value for the service: ends of lines, characters that a format
 * cannot hold and texts that it cuts aside. Pure.
 */
export function sameCell(kind: Kind, held: JsonValue | undefined, cell: ImportCell): boolean {
  // JSON lines hold values as they are.
  if (cell === held) return true;
  const written = exportCell(kind, held);
  if (isEmptyCell(cell)) return written === null || written === '';
  if (written instanceof Date) return sameMoment(written.getTime(), cell);
  if (typeof cell === 'object' && !(cell instanceof Date)) return jsonEqual(held, cell);
  if (written === null || cell instanceof Date) return false;
  if (typeof written === 'string') return sameText(kind, written, String(cell));
  return written === cell || String(written) === String(cell).toLowerCase();
}

function sameMoment(ms: number, cell: ImportCell): boolean {
  const read = cell instanceof Date ? cell.getTime() : typeof cell === 'string' ? readMoment(cell) : cell;
  return typeof read === 'number' && Math.abs(read - ms) < secondMs;
}

function sameText(kind: Kind, written: string, text: string): boolean {
  return [text, undefused(text)].some(
    (each) => each === written || plain(each) === plain(written) || sameHeld(kind, each, written),
  );
}

const plain = (text: string): string => sheetText(cutText(text).replace(/\r\n?/g, '\n'));
