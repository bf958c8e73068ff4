import { csvFault } from '@shared/domain/import/csv-fault';
import { t } from '@shared/language/t';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { columnNames, mostLines, type Table, type TableLine, Unreadable, unreadable } from './table';

const Read = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

/** Lines of a portion, and characters that the reader is given at once. */
const portion = 2_000;
const slice = 65_536;

/** A CSV text (RFC 4180), parted by commas, semicolons or tabs: whatever its head has most of. */
export async function csvLines(text: string, given?: readonly string[]): Promise<Table> {
  const delimiter = delimiterOf(text);
  let head = given ?? [];
  if (given === undefined)
    for await (const [first] of records(text, delimiter, 1)) head = first?.cells.map(String) ?? [];
  const columns = columnNames(head);
  async function* portions(): AsyncGenerator<readonly TableLine[]> {
    let isHead = given === undefined;
    for await (const lines of records(text, delimiter)) {
      yield (isHead ? lines.slice(1) : lines).map((line) => fitted(line, columns.length));
      isHead = false;
    }
  }
  const parted = { ',': t('Parted by commas.'), ';': t('Parted by semicolons.'), '\t': t('Parted by tabs.') }[
    delimiter
  ];
  const notes = columns.length > 1 ? [parted] : [];
  return { format: 'csv', columns, notes, lines: endsIn(text), portions };
}

/** Lines behind the first one, whatever they end with; ends within cells count as well. */
function endsIn(text: string): number {
  const end = text.includes('\n') ? '\n' : '\r';
  let ends = 0;
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) ends += 1;
  return ends - (text.endsWith(end) ? 1 : 0);
}

async function* records(text: string, delimiter: string, to?: number): AsyncGenerator<readonly TableLine[]> {
  const parser = parse({
    info: true,
    // A line of nothing but commas is what spreadsheets leave behind a table.
    skip_records_with_empty_values: true,
    ...(announced(text) !== null && { from_line: 2 }),
    // Any of them, also mixed: a file that several programs wrote to has several.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    delimiter,
    ...(to && { to }),
  });
  const feed = async (): Promise<void> => {
    for (let at = 0; at < text.length && parser.writable; at += slice)
      if (!parser.write(text.slice(at, at + slice)))
        await new Promise<void>((resolve) => {
          const go = (): void => {
            parser.off('drain', go).off('close', go);
            resolve();
          };
          parser.on('drain', go).on('close', go);
        });
    if (parser.writable) parser.end();
  };
  const feeding = feed();
  let lines: TableLine[] = [];
  let count = 0;
  /** Ends of lines that were counted twice so far. */
  let counted = 0;
  try {
    for await (const raw of parser) {
      const { info, record } = Read.parse(raw);
      count += 1;
      if (count > mostLines + 1)
        throw unreadable(t('it has more than {most, number} lines', { most: mostLines }), t('Split it.'));
      // Where it begins: a value in quotes may go over several lines, of which the reader counts each end by its characters.
      const { ends, pairs } = breaksIn(record);
      lines.push({ line: info.lines - ends - counted, cells: record });
      counted += pairs;
      if (lines.length < portion) continue;
      yield lines;
      lines = [];
    }
  } catch (error) {
    if (error instanceof Unreadable || !(error instanceof Error)) throw error;
    throw unreadable(csvFault(error), t('Correct it, or save it anew from a spreadsheet.'));
  } finally {
    parser.destroy();
    await feeding;
  }
  if (lines.length > 0) yield lines;
}

/** Characters that end lines within cells, and those that do so in pairs. */
function breaksIn(record: readonly string[]): { readonly ends: number; readonly pairs: number } {
  const broken = record.filter((cell) => cell.includes('\n') || cell.includes('\r'));
  if (broken.length === 0) return none;
  const text = broken.join('');
  return { ends: text.match(/[\r\n]/g)?.length ?? 0, pairs: text.match(/\r\n/g)?.length ?? 0 };
}

const none = { ends: 0, pairs: 0 };

/** More cells than columns are a sign of a text that is parted by mistake; what is missing at the end is empty. */
function fitted({ line, cells }: TableLine, columns: number): TableLine {
  if (cells.slice(columns).some((cell) => cell !== ''))
    return {
      line,
      cells,
      fault: t(
        'It has {count, number} cells, and the head has {columns, number}: a text with a comma needs quotes.',
        { count: cells.length, columns },
      ),
    };
  return { line, cells };
}

type Delimiter = ',' | ';' | '\t';

/** What a first line such as `sep=;` says, which Excel writes and shows as no row; null without. */
function announced(text: string): Delimiter | null {
  const [, sign] = /^sep=([,;\t])\r?\n/i.exec(text) ?? [];
  return (sign as Delimiter | undefined) ?? null;
}

/** What parts the names of the columns, outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const said = announced(text);
  if (said !== null) return said;
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
