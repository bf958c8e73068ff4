import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { csvForm, isBlank, lineCounter } from './csv-form';

const Rows = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));

/** A short CSV text, every line with as many cells as its head. */
export interface CsvRows {
  /** Names of the columns, in small letters. */
  readonly columns: readonly string[];
  /** Each with its number, as an editor counts. */
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** @throws what csv-parse complains about (`csvFault`) */
export function csvRows(given: string): CsvRows {
  const text = given.replace(/^\ufeff/, '');
  const lineOf = lineCounter();
  const read = Rows.parse(
    parse(text, {
      ...csvForm(text),
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }),
  );
  const all = read
    .map(({ info, record }) => ({ line: lineOf(info.lines, record), cells: record }))
    .filter(({ cells }) => !isBlank(cells));
  const [head, ...lines] = all;
  // Blank ones may be of any length: csv-parse would measure all by the first.
  const uneven = lines.find(({ cells }) => cells.length !== head?.cells.length);
  if (uneven !== undefined)
    throw new CsvError('CSV_RECORD_INCONSISTENT_FIELDS_LENGTH', '', undefined, { lines: uneven.line });
  return { columns: (head?.cells ?? []).map((name) => name.toLowerCase()), lines };
}
