/** What parts the cells of a CSV text. */
export type Delimiter = ',' | ';' | '\t';

/** How a CSV text (RFC 4180) is written, as every reader of one asks csv-parse to read it. */
export interface CsvForm {
  readonly delimiter: Delimiter;
  /** Of a text that begins with a line such as `sep=;`, the one behind it. */
  readonly from_line?: number;
  readonly record_delimiter: string[];
}

/** @param text without a mark in front of it */
export function csvForm(text: string): CsvForm {
  const said = announced(text);
  return {
    delimiter: said ?? delimiterOf(text),
    ...(said !== null && { from_line: 2 }),
    // Any of them, also mixed: a file that several programs wrote to has several.
    record_delimiter: ['\r\n', '\n', '\r'],
  };
}

/** What a first line such as `sep=;` says, which Excel writes and shows as no row; null without. */
function announced(text: string): Delimiter | null {
  const [, sign] = /^sep=([,;\t])[\r\n]/i.exec(text) ?? [];
  return (sign as Delimiter | undefined) ?? null;
}

/** What parts the names of the columns, outside of quotes: whatever the head has most of. */
function delimiterOf(text: string): Delimiter {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let begun = false;
  // Sign by sign: the head ends at the first line end outside of quotes, however long a text in quotes is.
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '\n' || sign === '\r') {
      if (begun) break;
    } else if (sign === ',' || sign === ';' || sign === '\t') counts[sign] += 1;
    begun ||= sign.trim() !== '';
  }
  return ([',', ';', '\t'] as const).toSorted((a, b) => counts[b] - counts[a])[0] ?? ',';
}

/** A line of nothing but commas and blanks is what spreadsheets leave behind a table: none, once it was counted. */
export const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/**
 * Numbers lines by where they begin: a value in quotes may go over several lines, of which csv-parse counts each end by its characters.
 *
 * @returns given what csv-parse says of each record, blank ones too, in their order
 */
export function lineCounter(): (lines: number, record: readonly string[]) => number {
  /** Ends of lines that were counted twice so far. */
  let counted = 0;
  return (lines, record) => {
    const { ends, pairs } = breaksIn(record);
    const line = lines - ends - counted;
    counted += pairs;
    return line;
  };
}

/** Characters that end lines within cells, and those that do so in pairs. */
function breaksIn(record: readonly string[]): { readonly ends: number; readonly pairs: number } {
  const broken = record.filter((cell) => cell.includes('\n') || cell.includes('\r'));
  if (broken.length === 0) return none;
  const text = broken.join('');
  return { ends: text.match(/[\r\n]/g)?.length ?? 0, pairs: text.match(/\r\n/g)?.length ?? 0 };
}

const none = { ends: 0, pairs: 0 };
