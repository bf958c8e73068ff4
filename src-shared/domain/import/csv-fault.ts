import { t } from '../../language/t';

/** What a CSV reader complained about (csv-parse: `code`, `lines`), in a part of a sentence without its end. */
export function csvFault(error: unknown): string {
  const { code = '', lines = 0 } = error instanceof Error ? (error as Partial<Complaint>) : {};
  const says = faults[code];
  return says === undefined ? t('its lines cannot be told apart') : says(lines);
}

interface Complaint {
  readonly code: string;
  /** Where it stood, from 1. */
  readonly lines: number;
}

const afterQuote = (line: number): string =>
  t('in line {line, number}, something stands behind the quote that ends a value', { line });
const uneven = (line: number): string =>
  t('line {line, number} has more or fewer values than the first one', { line });

const faults: Readonly<Record<string, (line: number) => string>> = {
  CSV_QUOTE_NOT_CLOSED: (line) =>
    t('a quote is opened and never closed, up to line {line, number}', { line }),
  INVALID_OPENING_QUOTE: (line) => t('in line {line, number}, a quote stands within a value', { line }),
  CSV_INVALID_CLOSING_QUOTE: afterQuote,
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: afterQuote,
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: uneven,
  CSV_RECORD_INCONSISTENT_COLUMNS: uneven,
};
