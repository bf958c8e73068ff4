import { csvEncoder, jsonLinesEncoder } from '@main/export/encode-text';
import { xlsxEncoder } from '@main/export/encode-xlsx';
import type { EncoderOf } from '@main/export/table-encoder';
import { readTable } from '@main/import/read-table';
import { EntityName, modelOf } from '@shared/domain/entity';
import { exportCell } from '@shared/domain/export/export-cell';
import { exportColumns } from '@shared/domain/export/export-columns';
import { readField } from '@shared/domain/field-path';
import { guessColumns } from '@shared/domain/import/guess-columns';
import { importField } from '@shared/domain/import/import-fields';
import type { ImportRow } from '@shared/domain/import/import-row';
import { judgeRow } from '@shared/domain/import/judge-row';
import type { JsonValue } from '@shared/domain/json';
import type { AnyField } from '@shared/domain/kinds/field';
import { isChoice } from '@shared/domain/kinds/field';
import { kindSpec } from '@shared/domain/kinds/kinds';
import type { StoredRecord } from '@shared/domain/records/record-map';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueIn } from '../support/value-in';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '=1+1',
    "'=1+1",
    '+41791234567',
    '-5',
    '@x',
    'a\r\nb',
    'a\rb',
    '\n',
    '5',
    'true',
    'null',
  ),
  fc.constantFrom('"', ',;\t', '007', '{"a":1}', '\u0000', '\ufeffx', '‘', '\ud800', 'x'.repeat(40_000)),
);
const json = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }).filter((key) => key !== '__proto__'),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 2 })),
  { maxKeys: 3 },
);

/** Any value that the store may hold in a field. */
function anyOf(field: AnyField): fc.Arbitrary<JsonValue> {
  if (field.kind === 'group')
    return fc.record(
      Object.fromEntries(Object.entries(field.parts).map(([part, inner]) => [part, anyOf(inner)])),
    ) as fc.Arbitrary<JsonValue>;
  if (isChoice(field)) return fc.constantFrom(...field.options);
  const { blank } = kindSpec(field.kind);
  if (field.kind === 'time') return fc.oneof(fc.constant(0), fc.nat(4_000_000_000_000));
  if (field.kind === 'flag') return fc.boolean();
  if (field.kind === 'groupRoles') return fc.array(fc.record({ group: text, role: text }), { maxLength: 2 });
  if (Array.isArray(blank)) return fc.array(text, { maxLength: 3 });
  if (typeof blank === 'number' || field.kind === 'limit') return fc.oneof(fc.constant(blank), fc.nat());
  if (field.kind === 'ratio') return fc.oneof(fc.constant(null), fc.double({ min: 0, max: 9, noNaN: true }));
  return typeof blank === 'object' && blank !== null ? json : text;
}

const recordsOf = (entity: EntityName): fc.Arbitrary<readonly StoredRecord[]> =>
  fc.array(
    fc.record({
      id: fc.uuid(),
      ...Object.fromEntries(
        Object.entries(modelOf(entity).fields).map(([name, field]) => [name, anyOf(field)]),
      ),
      state: fc.constantFrom('synced', 'pending'),
      server: fc.constant({}),
    }),
    { minLength: 1, maxLength: 3 },
  ) as unknown as fc.Arbitrary<readonly StoredRecord[]>;

/** The file that the export makes of records. */
function fileOf(entity: EntityName, encoder: EncoderOf, records: readonly StoredRecord[]): Uint8Array {
  const columns = exportColumns(entity);
  const { begin, rows, end } = encoder(columns);
  const exported = records.map((record) => {
    const values = columns.map(({ path }) => readField(record, path));
    return { values, cells: values.map((value, at) => exportCell(columns[at]?.kind ?? 'text', value)) };
  });
  return Buffer.concat([...begin(), ...rows(exported), ...end()]);
}

/** What an import says of each line, given the records that they name. */
async function judged(
  entity: EntityName,
  bytes: Uint8Array,
  records: readonly StoredRecord[],
  emptyClears: boolean,
): Promise<readonly ImportRow[]> {
  const table = valueIn(await readTable(bytes));
  const guessed = guessColumns(entity, table.columns);
  const rows: ImportRow[] = [];
  for await (const lines of table.portions())
    for (const { line, cells } of lines) {
      const named = table.columns.flatMap((name, at) => {
        const field = importField(entity, guessed.get(name) ?? '');
        return field === undefined ? [] : [[field, cells[at] ?? null] as const];
      });
      expect(named).toHaveLength(exportColumns(entity).length);
      const record = records[rows.length];
      if (record === undefined) throw new Error('more lines than records');
      const facts = { line, cells: named, target: { record }, references: new Map(), roles: new Map() };
      rows.push(judgeRow(entity, { ...facts, emptyClears, onlyExisting: false }).row);
    }
  return rows;
}

const formats = { csv: csvEncoder, jsonl: jsonLinesEncoder, xlsx: xlsxEncoder(['org:admin']) };

describe.each(Object.keys(formats) as (keyof typeof formats)[])(
  'a %s file that left comes back as the same',
  (format) => {
    it.each(EntityName.options)('%s', async (entity) => {
      await fc.assert(
        fc.asyncProperty(recordsOf(entity), fc.boolean(), async (records, emptyClears) => {
          const rows = await judged(entity, fileOf(entity, formats[format], records), records, emptyClears);
          expect(rows.map(({ outcome, notes, why }) => ({ outcome, notes, why }))).toEqual(
            records.map(() => ({ outcome: 'same', notes: [], why: '' })),
          );
        }),
        { numRuns: 25 },
      );
    });
  },
);
