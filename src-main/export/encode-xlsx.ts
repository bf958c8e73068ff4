import type { ExportCell } from '@shared/domain/export/export-cell';
import { cutText } from '@shared/domain/export/sheet-text';
import { dayMs } from '@shared/domain/utc-day';
import { Zip, ZipDeflate } from 'fflate';
import type { EncoderOf } from './table-encoder';
import { cellName, columnName, sheetEnd, sheetHead, workbookParts, xmlText } from './xlsx-parts';

const utf8 = new TextEncoder();
/** Rows of a sheet (Microsoft, "Excel specifications and limits"). */
const mostRows = 1_048_576;
/** 1970-01-01 in days since 1900, as spreadsheets count them. */
const epochDay = 25_569;

/**
 * A workbook (ECMA-376, SpreadsheetML) with typed cells, a head that stays, and lists of real roles to choose from. More rows than a
 * sheet takes go on in the next one.
 *
 * @param roles keys of the roles there are
 */
export const xlsxEncoder =
  (roles: readonly string[]): EncoderOf =>
  (columns) => {
    let chunks: Uint8Array[] = [];
    let failed: Error | null = null;
    let cut = 0;
    const zip = new Zip((error, chunk) => {
      failed ??= error;
      chunks.push(chunk);
    });
    const taken = (): readonly Uint8Array[] => {
      const now = chunks;
      chunks = [];
      if (failed !== null) throw failed;
      return now;
    };
    const part = (path: string): ZipDeflate => {
      // Level 1: the next ones take twice the time for a tenth less.
      const file = new ZipDeflate(path, { level: 1 });
      zip.add(file);
      return file;
    };

    let sheets = 0;
    let rowsInSheet = 0;
    let sheet: ZipDeflate | null = null;
    const push = (text: string): void => {
      sheet?.push(utf8.encode(text));
    };
    const cellText = (text: string): string => {
      const cutTo = cutText(text);
      if (cutTo !== text) cut += 1;
      return cutTo;
    };
    const cell = (name: string, value: ExportCell): string => {
      if (value === null || value === '') return '';
      if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
      if (typeof value === 'boolean') return `<c r="${name}" t="b"><v>${value ? 1 : 0}</v></c>`;
      if (typeof value === 'string')
        return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(value))}</t></is></c>`;
      return `<c r="${name}" s="1"><v>${value.getTime() / dayMs + epochDay}</v></c>`;
    };
    const names = columns.map((_, at) => columnName(at));
    const row = (cells: readonly ExportCell[]): string => {
      rowsInSheet += 1;
      const inner = cells.map((value, at) => cell(cellName(names[at] ?? '', rowsInSheet), value)).join('');
      return `<row r="${rowsInSheet}">${inner}</row>`;
    };
    const open = (): void => {
      sheets += 1;
      rowsInSheet = 0;
      sheet = part(`xl/worksheets/sheet${sheets}.xml`);
      push(sheetHead(columns));
      push(row(columns.map(({ path }) => path)));
    };
    const close = (): void => {
      push(sheetEnd(columns, roles, rowsInSheet));
      sheet?.push(new Uint8Array(), true);
      sheet = null;
    };

    return {
      begin() {
        open();
        return taken();
      },
      rows(rows) {
        let text: string[] = [];
        for (const { cells } of rows) {
          if (rowsInSheet === mostRows) {
            push(text.join(''));
            text = [];
            close();
            open();
          }
          text.push(row(cells));
        }
        push(text.join(''));
        return taken();
      },
      end() {
        close();
        for (const [path, text] of workbookParts(sheets, roles)) part(path).push(utf8.encode(text), true);
        zip.end();
        return taken();
      },
      cut: () => cut,
    };
  };
