import type { ExportColumn } from '@shared/domain/export/export-columns';
import { sheetText } from '@shared/domain/export/sheet-text';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kindOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const rolesSheet = 'Roles';

/** A text between tags. */
export const xmlText = (text: string): string =>
  sheetText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A, B, … Z, AA, … */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

export const cellName = (column: string, row: number): string => `${column}${row}`;

const widths: Readonly<Partial<Record<ExportColumn['kind'], number>>> = {
  ref: 34,
  link: 34,
  email: 32,
  name: 26,
  text: 24,
  time: 20,
  json: 40,
};

/** Up to the first row: the head stays when one scrolls. */
export function sheetHead(columns: readonly ExportColumn[]): string {
  const cols = columns
    .map(
      ({ kind }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${widths[kind] ?? 16}" customWidth="1"/>`,
    )
    .join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData>`;
}

/** After the last row: a filter over all, and lists of roles to choose from. */
export function sheetEnd(columns: readonly ExportColumn[], roles: readonly string[], rows: number): string {
  const last = columnName(Math.max(0, columns.length - 1));
  const chosen = columns.flatMap(({ kind }, at) => (kind === 'role' ? [columnName(at)] : []));
  const lists = chosen
    .map(
      (column) =>
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}2:${column}1048576"><formula1>${rolesSheet}!$A$1:$A$${roles.length}</formula1></dataValidation>`,
    )
    .join('');
  const validations =
    roles.length === 0 || chosen.length === 0
      ? ''
      : `<dataValidations count="${chosen.length}">${lists}</dataValidations>`;
  return `</sheetData><autoFilter ref="A1:${last}${Math.max(1, rows)}"/>${validations}</worksheet>`;
}

/** Everything of a workbook but its tables, by path. */
export function workbookParts(
  sheets: number,
  roles: readonly string[],
): readonly (readonly [path: string, text: string])[] {
  const withRoles = roles.length > 0;
  const all = Array.from({ length: sheets }, (_, at) => `sheet${at + 1}`);
  const files = withRoles ? [...all, 'roles'] : all;
  const named = files
    .map((file, at) => {
      const name = file === 'roles' ? rolesSheet : at === 0 ? 'Table' : `Table ${at + 1}`;
      const state = file === 'roles' ? ' state="hidden"' : '';
      return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
    })
    .join('');
  const linked = files
    .map(
      (file, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/${file}.xml"/>`,
    )
    .join('');
  const typed = files
    .map((file) => `<Override PartName="/xl/worksheets/${file}.xml" ContentType="${kindOf}.worksheet+xml"/>`)
    .join('');
  const roleRows = roles
    .map(
      (role, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${xmlText(role)}</t></is></c></row>`,
    )
    .join('');
  const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>`;
  return [
    ...(withRoles
      ? [
          [
            'xl/worksheets/roles.xml',
            `${head}<worksheet xmlns="${main}"><sheetData>${roleRows}</sheetData></worksheet>`,
          ] as const,
        ]
      : []),
    ['xl/styles.xml', `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>`],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${linked}<Relationship Id="rIdStyles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kindOf}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kindOf}.styles+xml"/>${typed}</Types>`,
    ],
  ];
}
