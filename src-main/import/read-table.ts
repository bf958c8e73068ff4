import { type Result, success } from '@shared/domain/failure';
import { mostImportBytes } from '@shared/domain/import/import-limits';
import { t } from '@shared/language/t';
import { csvLines } from './read-csv';
import { jsonLines } from './read-json-lines';
import { workbookLines } from './read-workbook';
import { type Table, Unreadable, unreadable } from './table';

/**
 * Looks at the first bytes of a file, says what it is, and reads its head. Expected failure: `invalid-input`.
 *
 * @param head names of the columns of a text whose first line is none
 */
export async function readTable(bytes: Uint8Array, head?: readonly string[]): Promise<Result<Table>> {
  try {
    if (bytes.byteLength > mostImportBytes)
      throw unreadable(
        t('it has {size, number} MB, and at most {most, number} MB are taken', {
          size: Math.ceil(bytes.byteLength / 1_000_000),
          most: mostImportBytes / 1_000_000,
        }),
        t('Split it.'),
      );
    if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return success(checked(await workbookLines(bytes)));
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
      throw unreadable(t('it is a workbook of the old kind (.xls)'), t('Save it as .xlsx or as CSV UTF-8.'));
    // UTF-16 without its mark: its letters would look right, and be others.
    if (isZeroAt(bytes, 0, 2) || isZeroAt(bytes, 1, 3)) throw notText();
    const text = textIn(bytes);
    if (text.trim() === '') throw unreadable(t('it is empty'), t('Choose another file.'));
    if (/^\s*\[\s*(?:[{\]]|$)/.test(text))
      throw unreadable(
        t('it is one JSON list'),
        t(
          'Write one object a line, without brackets around them and commas between (jq -c ".[]" FILE does).',
        ),
      );
    return success(checked(/^\s*\{/.test(text) ? jsonLines(text) : await csvLines(text, head)));
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.failure };
    throw error;
  }
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

const isZeroAt = (bytes: Uint8Array, ...places: readonly number[]): boolean =>
  places.every((at) => bytes[at] === 0);

/** Of UTF-8, or of UTF-16 that says so by its mark ("Unicode text" of Excel). Other bytes would become other letters, and names other names. */
function textIn(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notText();
  }
}

const notText = (): Unreadable =>
  unreadable(
    t('it is not UTF-8 text'),
    t('Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”), and choose it again.'),
  );

/** Two columns of one name would be told apart by nobody, and one that is called as no record may name a field is lost on the way. */
function checked(table: Table): Table {
  if (table.columns.includes('__proto__'))
    throw unreadable(t('one of its columns is called “__proto__”'), t('Rename or remove it.'));
  const names = table.columns.map((name) => name.toLowerCase());
  const twice = table.columns.find((_, at) => names.indexOf(names[at] ?? '') !== at);
  if (twice !== undefined)
    throw unreadable(
      t('two of its columns are called “{twice}”', { twice }),
      t('Rename or remove one of them.'),
    );
  return table;
}
