import { csvFault } from '@shared/domain/import/csv-fault';
import { t } from '@shared/language/t';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { type CsvForm, csvForm, isBlank, lineCounter } from './csv-form';
import { columnNames, mostLines, type Table, type TableLine, Unreadable, unreadable } from './table';

const Read = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

/** Lines of a portion, and characters that the reader is given at once. */
const portion = 2_000;
const slice = 65_536;

/** A CSV text (RFC 4180), parted by commas, semicolons or tabs: whatever its head has most of. */
export async function csvLines(text: string, given?: readonly string[]): Promise<Table> {
  const form = csvForm(text);
  let head = given ?? [];
  if (given === undefined)
    for await (const [first] of records(text, form, 1)) {
      head = first?.cells.map(String) ?? [];
      break;
    }
  const columns = columnNames(head);
  async function* portions(): AsyncGenerator<readonly TableLine[]> {
    let isHead = given === undefined;
    for await (const lines of records(text, form)) {
      yield (isHead ? lines.slice(1) : lines).map((line) => fitted(line, columns.length));
      isHead = false;
    }
  }
  const parted = { ',': t('Parted by commas.'), ';': t('Parted by semicolons.'), '\t': t('Parted by tabs.') }[
    form.delimiter
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

/** Lines that are not blank, so many at a time. */
async function* records(
  text: string,
  form: CsvForm,
  together = portion,
): AsyncGenerator<readonly TableLine[]> {
  const parser = parse({ ...form, info: true, relax_column_count: true });
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
  const lineOf = lineCounter();
  try {
    for await (const raw of parser) {
      const { info, record } = Read.parse(raw);
      const line = lineOf(info.lines, record);
      if (isBlank(record)) continue;
      count += 1;
      if (count > mostLines + 1)
        throw unreadable(t('it has more than {most, number} lines', { most: mostLines }), t('Split it.'));
      lines.push({ line, cells: record });
      if (lines.length < together) continue;
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
