import { stringify } from 'csv-stringify/sync';
import type { EncoderOf } from './table-encoder';

const utf8 = new TextEncoder();

/**
 * RFC 4180, UTF-8 without a mark, times by ISO 8601 in UTC. A text that a spreadsheet would run as a formula has a `'` before it
 * (OWASP, "CSV Injection").
 */
export const csvEncoder: EncoderOf = (columns) => {
  const lines = (rows: readonly (readonly unknown[])[]): readonly Uint8Array[] =>
    rows.length === 0
      ? []
      : [
          utf8.encode(
            stringify(
              rows.map((row) => [...row]),
              {
                record_delimiter: '\r\n',
                escape_formulas: true,
                // Half an end of a row is one to most readers.
                quoted_match: /[\r\n]/,
                cast: {
                  boolean: (value) => String(value),
                  date: (value) => value.toISOString(),
                },
              },
            ),
          ),
        ];
  return {
    begin: () => lines([columns.map(({ path }) => path)]),
    rows: (rows) => lines(rows.map(({ cells }) => cells)),
    end: () => [],
    cut: () => 0,
  };
};

/** One JSON object a line, values as the store holds them: times in ms since 1970 (https://jsonlines.org). */
export const jsonLinesEncoder: EncoderOf = (columns) => ({
  begin: () => [],
  rows: (rows) => [
    utf8.encode(
      rows
        .map(({ values }) =>
          JSON.stringify(Object.fromEntries(columns.map(({ path }, at) => [path, values[at] ?? null]))),
        )
        .join('\n')
        .concat(rows.length === 0 ? '' : '\n'),
    ),
  ],
  end: () => [],
  cut: () => 0,
});
