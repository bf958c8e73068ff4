import { isEmail } from '../kinds/texts';

/** Lines that were pasted from a spreadsheet: they are read as a file is. */
export interface PastedTable {
  /** Names of the columns, where the first line is no head. */
  readonly head: readonly string[] | null;
  readonly lines: readonly string[];
  /** Columns that hold roles. */
  readonly hasRoles: boolean;
}

/**
 * A pasted text as a table, null where it is none: a list of addresses, say. A text without a head gets one by what its cells hold; of columns
 * that are neither addresses nor roles the first one is a name, which is not looked at. Pure.
 *
 * @param isRole whether a cell is the key or the name of a role
 * @param single whether one address a line is a table as well
 */
export function pastedTable(
  text: string,
  isRole: (cell: string) => boolean,
  single = false,
): PastedTable | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return null;
  const part = ['\t', ';', ','].find((each) => lines.every((line) => line.includes(each)));
  const rows = lines.map((line) =>
    (part === undefined ? [line] : line.split(part)).map((cell) => cell.trim()),
  );
  const addresses = rows.map((cells) => cells.filter(isEmail).length);
  const hasHead = addresses[0] === 0 && rows[0]?.some((cell) => /mail|user/i.test(cell)) === true;
  const isTable =
    part === undefined
      ? single
      : part === '\t' || hasHead || (lines.length > 1 && addresses.every((count) => count === 1));
  if (!isTable) return null;
  const body = hasHead ? rows.slice(1) : rows;
  const all = (at: number, is: (cell: string) => boolean): boolean =>
    body.some((cells) => cells[at]) && body.every((cells) => (cells[at] ?? '') === '' || is(cells[at] ?? ''));
  const some = (at: number): boolean => body.some((cells) => isEmail(cells[at] ?? ''));
  const made = (rows[0] ?? []).map((_, at) =>
    some(at) || (part === undefined && at === 0) ? 'email' : all(at, isRole) ? 'role' : `Column ${at + 1}`,
  );
  const head = hasHead ? (rows[0] ?? []) : made;
  return { head: hasHead ? null : head, lines, hasRoles: head.some((name) => /role/i.test(name)) };
}
