import { csvEncoder, jsonLinesEncoder } from '@main/export/encode-text';
import { xlsxEncoder } from '@main/export/encode-xlsx';
import type { EncoderOf } from '@main/export/table-encoder';
import { exportCell } from '@shared/domain/export/export-cell';
import type { ExportColumn } from '@shared/domain/export/export-columns';
import type { JsonValue } from '@shared/domain/json';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';

const columns: readonly ExportColumn[] = [
  { path: 'id', kind: 'ref' },
  { path: 'name', kind: 'text' },
  { path: 'seats', kind: 'seats' },
  { path: 'banned', kind: 'flag' },
  { path: 'createdAt', kind: 'time' },
  { path: 'role', kind: 'role' },
];
type Values = readonly JsonValue[];

function file(
  encoder: EncoderOf,
  rows: readonly Values[],
  portion = 2,
): { readonly bytes: Buffer; readonly cut: number } {
  const { begin, rows: more, end, cut } = encoder(columns);
  const chunks = [...begin()];
  for (let at = 0; at < rows.length; at += portion)
    chunks.push(
      ...more(
        rows.slice(at, at + portion).map((values) => ({
          values,
          cells: values.map((value, index) => exportCell(columns[index]?.kind ?? 'text', value)),
        })),
      ),
    );
  chunks.push(...end());
  return { bytes: Buffer.concat(chunks), cut: cut() };
}

const text = fc.string({ unit: 'binary', maxLength: 40 });
const rows = fc.array(
  fc.tuple(
    fc.uuid(),
    text,
    fc.nat(),
    fc.boolean(),
    fc.integer({ min: 1, max: 4_000_000_000_000 }),
    fc.constantFrom('org:admin', 'org:member'),
  ),
  { maxLength: 7 },
);

it('a CSV file is read back by another reader, whatever the texts; a formula is none any more', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { bytes } = file(csvEncoder, all);
      const read = parse(bytes, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      expect(read.map((row) => Object.values(row))).toEqual(
        all.map(([id, _name, seats, banned, createdAt, role]) => [
          id,
          expect.stringMatching(/^(?![=+\-@\t\r])/),
          String(seats),
          String(banned),
          new Date(createdAt).toISOString(),
          role,
        ]),
      );
      for (const [at, { name = '' }] of read.entries()) {
        const own = String(all[at]?.[1]);
        expect([own, `'${own}`]).toContain(name);
      }
    }),
    { numRuns: 200 },
  );
  // One that ends rows by either character, as spreadsheets do, reads as many.
  const ends = ['a\nb', 'a\rb', '\n=1+1', 'a\r\nb'].map((name) => ['1', name, 1, true, 1, 'r']);
  const { bytes: broken } = file(csvEncoder, ends);
  const cells = broken
    .toString()
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/);
  expect(cells).toHaveLength(ends.length + 2);
  expect(file(csvEncoder, [['1', '=HYPERLINK("http://x")', 1, true, 1, 'r']]).bytes.toString()).toContain(
    `"'=HYPERLINK(`,
  );
});

it('JSON lines hold the values as they are', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const lines = file(jsonLinesEncoder, all).bytes.toString().split('\n').slice(0, -1);
      expect(lines.map((line) => Object.values(JSON.parse(line)))).toEqual(all);
    }),
    { numRuns: 100 },
  );
});

it('a workbook is read back by another reader, with numbers, flags and times as such', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const { bytes } = file(xlsxEncoder(['org:admin', 'org:member']), all);
      const [head, ...read] = await readSheet(bytes, { trim: false });
      expect(head).toEqual(columns.map(({ path }) => path));
      expect(read).toEqual(
        all.map(([id, name, seats, banned, _createdAt, role]) => [
          id,
          // Halves of pairs are replaced, and nothing is null.
          name === '' ? null : String(name).replace(/\p{Surrogate}/gu, '\ufffd'),
          seats,
          banned,
          expect.any(Date),
          role,
        ]),
      );
      for (const [at, row] of read.entries())
        expect(Math.abs(Number(row[4]) - Number(all[at]?.[4]))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

it('its head stays, roles are chosen from a list, and a text that is no XML is read back, and one too long says so', async () => {
  const long = 'x'.repeat(40_000);
  const { bytes, cut } = file(xlsxEncoder(['org:admin']), [
    ['1', `a\u0001b<&>\ud800 "c"`, 0, false, 0, 'org:admin'],
    ['2', long, 0, false, 0, 'org:admin'],
    ['3', 'a\r\nb _x0041_ \t_X000d_', 0, false, 0, 'org:admin'],
  ]);
  expect(cut).toBe(1);
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('sqref="F2:F1048576"><formula1>Roles!$A$1:$A$1</formula1>');
  expect(sheet).toContain('<autoFilter ref="A1:F4"/>');
  const [, first, second, third] = await readSheet(bytes, { trim: false });
  expect(first?.[1]).toBe('a\u0001b<&>\ufffd "c"');
  expect(third?.[1]).toBe('a\r\nb _x0041_ \t_X000d_');
  expect(String(second?.[1])).toHaveLength(32_767);
  // 0 says never of a time.
  expect(first?.[4]).toBeNull();
});

it('a number that is no moment leaves as one, in every format', async () => {
  const row = ['1', 'a', 0, false, 8_800_000_000_000_000, 'r'];
  expect(file(csvEncoder, [row]).bytes.toString()).toContain('8800000000000000');
  const [, read] = await readSheet(file(xlsxEncoder([]), [row]).bytes);
  expect(read?.[4]).not.toBeNull();
});
