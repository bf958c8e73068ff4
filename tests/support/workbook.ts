import { strToU8, zipSync } from 'fflate';

/** A workbook of sheets: their rows by number, each of texts or of cells (`<c>…</c>`, whose address follows); whether people see it. */
export function workbook(
  sheets: Readonly<
    Record<string, { readonly rows: Readonly<Record<number, readonly string[]>>; readonly hidden?: true }>
  >,
): Uint8Array {
  const ns = 'http://schemas.openxmlformats.org';
  const all = Object.entries(sheets);
  const sheetXml = (rows: Readonly<Record<number, readonly string[]>>): string =>
    Object.entries(rows)
      .map(([at, cells]) => {
        const inside = cells.map((cell, place) => {
          const address = `r="${String.fromCharCode(65 + place)}${at}"`;
          return cell.startsWith('<c')
            ? cell.replace('<c', `<c ${address}`)
            : `<c ${address} t="inlineStr"><is><t>${cell}</t></is></c>`;
        });
        return `<row r="${at}">${inside.join('')}</row>`;
      })
      .join('');
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets>${all
      .map(
        ([name, { hidden }], at) =>
          `<sheet name="${name}" sheetId="${at + 1}" ${hidden ? 'state="hidden" ' : ''}r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${ns}/package/2006/relationships">${all
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      all.map(([, { rows }], at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetData>${sheetXml(rows)}</sheetData></worksheet>`,
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}
