import type { ImportCell } from '@shared/domain/import/import-cell';
import { t } from '@shared/language/t';
import { strFromU8, Unzip, UnzipInflate, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { columnNames, mostLines, type Table, type TableLine, unreadable } from './table';
import { asShown, formulaFaults, withToldFormulas } from './valueless-formulas';

/** What a workbook may come to once it is unpacked, bytes. */
const mostUnpacked = 256_000_000;
const portion = 2_000;
const slice = 65_536;

/**
 * The first sheet of a workbook (.xlsx) that is not hidden, with further ones that have the same head; formulas are the values that were
 * kept of them.
 */
export async function workbookLines(bytes: Uint8Array): Promise<Table> {
  const all = await sheetsIn(hasFormulas(bytes) ? withToldFormulas(bytes) : bytes);
  const hidden = hiddenIn(bytes);
  const sheets = all.filter(({ sheet }) => !hidden.has(sheet));
  const [first] = sheets;
  const head = first?.data[0];
  if (first === undefined || head === undefined)
    throw unreadable(t('its first sheet is empty'), t('Choose another file.'));
  const columns = columnNames(head.map(cellOf).map(asShown));
  const same = (row: readonly unknown[] | undefined): boolean =>
    columnNames((row ?? []).map(cellOf).map(asShown)).join('\n') === columns.join('\n');
  const read = sheets.filter((sheet, at) => at === 0 || same(sheet.data[0]));
  const left = sheets
    .filter((sheet) => !read.includes(sheet) && sheet.sheet !== 'Roles')
    .map(({ sheet }) => sheet);
  const lines = read.reduce((sum, { data }) => sum + data.length - 1, 0);
  if (lines > mostLines)
    throw unreadable(t('it has more than {most, number} lines', { most: mostLines }), t('Split it.'));
  async function* portions(): AsyncGenerator<readonly TableLine[]> {
    for (const { sheet, data } of read)
      for (let at = 1; at < data.length; at += portion)
        yield data.slice(at, at + portion).flatMap((row, place): TableLine[] => {
          const cells = row.map(cellOf);
          if (cells.every((cell) => cell === null)) return [];
          const odd = formulaFaults(columns, cells);
          const where = { line: at + place + 1, ...(read.length > 1 && { sheet }) };
          return [{ ...where, cells: cells.map(asShown), ...(odd.size > 0 && { odd }) }];
        });
  }
  const notes = [
    read.length > 1 &&
      t('Lines of several sheets are read: {sheets}.', { sheets: read.map(({ sheet }) => sheet).join(', ') }),
    left.length > 0 && t('Other sheets were not read: {sheets}.', { sheets: left.join(', ') }),
    hidden.size > 0 && t('Hidden sheets were not read: {sheets}.', { sheets: [...hidden].join(', ') }),
  ];
  return { format: 'xlsx', columns, notes: notes.filter((note) => note !== false), lines, portions };
}

async function sheetsIn(bytes: Uint8Array) {
  try {
    const whole = new Uint8Array(bytes).buffer;
    return await readWorkbook(whole, { trim: false });
  } catch (error) {
    throw unreadable(
      t('it is no sound workbook ({why})', { why: error instanceof Error ? error.message : String(error) }),
      t('Save it anew as .xlsx, or as CSV UTF-8.'),
    );
  }
}

const bookPath = 'xl/workbook.xml';
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;

/** Names of the sheets that people do not see. Source: ECMA-376, `sheet@state`. The list of roles is our own. */
function hiddenIn(bytes: Uint8Array): ReadonlySet<string> {
  const book = unzipSync(bytes, { filter: ({ name }) => name === bookPath })[bookPath];
  const sheets = book === undefined ? [] : (strFromU8(book).match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []);
  const names = sheets
    .filter((sheet) => /\sstate="(?:hidden|veryHidden)"/.test(sheet))
    .map((sheet) => /\sname="([^"]*)"/.exec(sheet)?.[1] ?? '')
    .map((name) =>
      name.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: keyof typeof entities) => entities[entity]),
    );
  return new Set(names.filter((name) => name !== 'Roles'));
}

const cellOf = (value: unknown): ImportCell =>
  (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean' || isMoment(value)
    ? value
    : String(value ?? '') || null;

/** A number that is shown as a day may be none that there is. */
const isMoment = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

/** What a cell of a formula, or of its error, has in it. */
const formula = /[<:]f[ >]|t="e"/;

/** Unpacks it once and keeps nothing: what a zip says of its own size may be a lie. Whether there may be a formula in it. */
function hasFormulas(bytes: Uint8Array): boolean {
  let unpacked = 0;
  let found = false;
  let tail = Buffer.alloc(0);
  let damaged = false;
  const zip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      damaged ||= error !== null;
      unpacked += error === null ? chunk.byteLength : 0;
      if (error !== null || found || !file.name.startsWith('xl/worksheets/')) return;
      const text = Buffer.concat([tail, chunk]);
      found = formula.test(text.toString('latin1'));
      // A sign may lie across two of them.
      tail = text.subarray(-5);
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for (let at = 0; at < bytes.byteLength && !damaged; at += slice) {
    try {
      zip.push(bytes.subarray(at, at + slice), at + slice >= bytes.byteLength);
    } catch {
      damaged = true;
    }
    if (unpacked > mostUnpacked)
      throw unreadable(
        t('it unpacks to more than {size, number} MB', { size: mostUnpacked / 1_000_000 }),
        t('Save it as CSV UTF-8, and split it.'),
      );
  }
  if (damaged) throw unreadable(t('it is a damaged workbook'), t('Save it anew as .xlsx, or as CSV UTF-8.'));
  return found;
}
