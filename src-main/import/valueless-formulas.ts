import type { ImportCell } from '@shared/domain/import/import-cell';
import { t } from '@shared/language/t';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Stands before what a formula ended with, where that is no value: no text of a workbook begins so (Unicode, private use). */
const mark = '\ue0f1';
const none = 'none';

const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/;
const cell = /<((?:\w+:)?)c\s([^>]*[^/>])>(.*?)<\/\1c>/gs;

/**
 * A workbook whose cells of formulas that have no value hold a text that says so: its reader takes an error (`#N/A`) and a formula that
 * nobody has worked out for empty cells. Source: ECMA-376, `c@t`, `ST_CellType`.
 */
export function withToldFormulas(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  let found = false;
  for (const [path, part] of Object.entries(parts)) {
    if (!sheetPath.test(path)) continue;
    const text = strFromU8(part).replace(
      cell,
      (whole, prefix: string, attributes: string, inside: string) => {
        const ended = endOf(attributes, inside);
        if (ended === null) return whole;
        found = true;
        const others = attributes.replace(/\bt="[^"]*"/, '');
        return `<${prefix}c ${others} t="str"><${prefix}v>${mark}${ended}</${prefix}v></${prefix}c>`;
      },
    );
    parts[path] = strToU8(text);
  }
  return found ? zipSync(parts, { level: 0 }) : bytes;
}

/** What a cell ended with instead of a value; null where it has one, or is none of a formula. */
function endOf(attributes: string, inside: string): string | null {
  const type = /\bt="([^"]*)"/.exec(attributes)?.[1] ?? 'n';
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\//.exec(inside)?.[1] ?? '';
  if (type === 'e') return value || none;
  const isEmptyText = type === 'str' && /<(?:\w+:)?v\b/.test(inside);
  return /<(?:\w+:)?f\b/.test(inside) && value === '' && !isEmptyText ? none : null;
}

/** Why cells of a line have no value, by their place. */
export function formulaFaults(
  columns: readonly string[],
  cells: readonly ImportCell[],
): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  for (const [at, value] of cells.entries()) {
    if (typeof value !== 'string' || !value.startsWith(mark)) continue;
    const [column, ended] = [columns[at] ?? '', value.slice(mark.length)];
    faults.set(
      at,
      ended === none
        ? t(
            '“{column}” is a formula that was never worked out: open the file in a spreadsheet and save it anew.',
            { column },
          )
        : t('“{column}” is a formula that ended with {ended}.', { column, ended }),
    );
  }
  return faults;
}

/** A cell as a spreadsheet shows it: the error itself, or nothing. */
export const asShown = (value: ImportCell): ImportCell =>
  typeof value === 'string' && value.startsWith(mark)
    ? value.slice(mark.length).replace(none, '') || null
    : value;
