import { csvRows } from '@main/import/csv-rows';
import { readTable } from '@main/import/read-table';
import { type Table, type TableLine, Unreadable } from '@main/import/table';
import { readDecisions } from '@main/reviews/read-decisions';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { workbook } from '../support/workbook';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = async (table: Table): Promise<readonly TableLine[]> => {
  const lines: TableLine[] = [];
  for await (const portion of table.portions()) lines.push(...portion);
  return lines;
};
const read = async (text: string) => {
  const table = valueIn(await readTable(bytes(text)));
  return { table, lines: await linesOf(table) };
};
const refusal = async (given: Uint8Array): Promise<string> => {
  const result = await readTable(given);
  if (!result.ok) return `${result.error.message} ${result.error.next}`;
  return linesOf(result.value).then(
    () => 'it was read',
    (error) => (error instanceof Unreadable ? error.failure.message : String(error)),
  );
};

it('a mark before the text goes, whatever parts the cells is seen, and a cell may have many lines', async () => {
  const { table, lines } = await read(
    '\ufeffemail;"a;b, c";note\r\nkim@acme.com;1;"two\r\nlines"\r\n\r\nlee@acme.com;;\r\n',
  );
  expect(table.columns).toEqual(['email', 'a;b, c', 'note']);
  expect(lines).toEqual([
    { line: 2, cells: ['kim@acme.com', '1', 'two\r\nlines'] },
    { line: 5, cells: ['lee@acme.com', '', ''] },
  ]);
  expect((await read('a\tb\n1\t2')).lines).toEqual([{ line: 2, cells: ['1', '2'] }]);
  expect((await read('email\n=1+1\n')).lines).toEqual([{ line: 2, cells: ['=1+1'] }]);
  expect((await read('email,\nx,1\n')).table.columns).toEqual(['email', 'Column 2']);
});

it('what Excel leaves is no line: a first one that says what parts cells, and those of nothing but commas', async () => {
  const { table, lines } = await read('sep=;\r\nemail;note\r\na@b.co;1,5\r\n;\r\n ; \r\nc@d.co;\r\n;;\r\n');
  expect(table.columns).toEqual(['email', 'note']);
  expect(lines).toEqual([
    { line: 3, cells: ['a@b.co', '1,5'] },
    { line: 6, cells: ['c@d.co', ''] },
  ]);
});

it('every reader reads a CSV in all its forms: however lines end, whatever parts cells, with a mark or what Excel puts in front', async () => {
  const rows = [
    ['item', 'decision', 'note'],
    ['orgmem_1', 'keep', 'a, b; c'],
    ['orgmem_2', 'unknown', ''],
  ];
  const decided = [
    { item: 'orgmem_1', decision: 'keep', note: 'a, b; c' },
    { item: 'orgmem_2', decision: 'unknown' },
  ];
  for (const end of ['\n', '\r\n', '\r'])
    for (const sign of [',', ';', '\t'])
      for (const front of ['', '\ufeff', `sep=${sign}${end}`, `\ufeffsep=${sign}${end}`]) {
        const lines = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(sign));
        const text = `${front}${[...lines, sign.repeat(2)].join(end)}${end}`;
        const form = JSON.stringify({ end, sign, front });
        const from = front.includes('sep=') ? 2 : 1;
        const read = csvRows(text);
        expect(read.columns, form).toEqual(rows[0]);
        expect(read.lines, form).toEqual([
          { line: from + 1, cells: rows[1] },
          { line: from + 2, cells: rows[2] },
        ]);
        expect(readDecisions(text), form).toEqual({ ok: true, value: decided });
        expect(await linesOf(valueIn(await readTable(bytes(text)))), form).toEqual(read.lines);
      }
});

it('lines of nothing but commas may be shorter or longer than others, also before the head; any other line is told', () => {
  const rows = csvRows(';\nitem;note\n;;;\na;"1\n2"\n ; \n;;\nb;\n');
  expect(rows).toEqual({
    columns: ['item', 'note'],
    lines: [
      { line: 4, cells: ['a', '1\n2'] },
      { line: 8, cells: ['b', ''] },
    ],
  });
  expect(() => csvRows('item;note\na;"1\n2"\nb\n')).toThrow(
    expect.objectContaining({ code: 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH', lines: 4 }),
  );
});

it('a text of UTF-16 is read where it says so by its mark, whichever byte comes first', async () => {
  const little = Buffer.from('\ufeffName\tRolle\nÖz\tAdmin\n', 'utf16le');
  for (const given of [little, Buffer.from(little).swap16()])
    expect(await linesOf(valueIn(await readTable(given)))).toEqual([{ line: 2, cells: ['Öz', 'Admin'] }]);
});

it('lines may end in several ways in one file, and keep their numbers', async () => {
  for (const [text, columns] of [
    ['a,b\r\n1,2\n3,4\r\n5,6', 2],
    ['a,b\n1,2\r\n3,4\n5,6\r\n', 2],
    ['a,b\r1,2\r3,4\r\n5,6\n', 2],
  ] as const) {
    const { table, lines } = await read(text);
    expect(table.columns).toHaveLength(columns);
    expect(lines, JSON.stringify(text)).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
      { line: 4, cells: ['5', '6'] },
    ]);
  }
});

it('a line with more cells than columns is told, and a shorter one ends with nothing', async () => {
  const { lines } = await read('a,b\n1,2,3\n1,2,\n1\n');
  expect(lines.map(({ fault }) => fault?.slice(0, 14))).toEqual(['It has 3 cells', undefined, undefined]);
});

it('JSON lines name what the first line names', async () => {
  const { table, lines } = await read('{"email":"a@b.co","n":1}\n\n{"email":null}\n[1]\n{"other":2}\n');
  expect(table.columns).toEqual(['email', 'n']);
  expect(lines).toEqual([
    { line: 1, cells: ['a@b.co', 1] },
    { line: 3, cells: [null, null] },
    { line: 4, cells: [], fault: 'It is no JSON object.' },
    { line: 5, cells: [], fault: 'It has “other”, which the first line has not.' },
  ]);
});

it('what is no table is refused before anything is kept of it', async () => {
  expect(await refusal(bytes('  \n'))).toContain('it is empty');
  expect(await refusal(Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62]))).toContain('not UTF-8');
  expect(await refusal(Uint8Array.from([0x61, 0xfc, 0x0a]))).toContain('not UTF-8');
  // UTF-16 that does not say so.
  expect(await refusal(Buffer.from('email,n\na@b.co,1\n', 'utf16le'))).toContain('not UTF-8');
  expect(await refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toContain('.xls');
  expect(await refusal(bytes('a,A\n1,2\n'))).toContain('two of its columns are called “A”');
  expect(await refusal(bytes('a,b\n"1,2\n'))).toMatch(/cannot be read: .*[Qq]uote/);
  for (const list of ['[{"email":"a@b.co"}]', '[\n  {', '[]', ' ['])
    expect(await refusal(bytes(list))).toMatch(/one JSON list.*one object a line/);
  expect((await read('[Name],b\n1,2')).table.columns).toEqual(['[Name]', 'b']);
  expect(await refusal(bytes('email,__proto__\nx,1'))).toContain('called “__proto__”');
  expect(await refusal(bytes('{"__proto__":1}'))).toContain('called “__proto__”');
  expect(await refusal(bytes('{"a":\n'))).toContain('first line is no JSON object');
  expect(await refusal(new Uint8Array(64_000_001))).toContain('at most 64 MB');
  expect(await refusal(zipSync({ 'a.txt': strToU8('no workbook') }))).toContain('no sound workbook');
  expect(await refusal(zipSync({ a: strToU8('x') }).slice(0, 40))).toContain('workbook');
});

it('a workbook that unpacks to far more than it weighs is refused, whatever it says of itself', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) }, { level: 9 });
  expect(bomb.byteLength).toBeLessThan(2_000_000);
  expect(await refusal(bomb)).toContain('unpacks to more than 256 MB');
});

it('a cell of many megabytes in quotes is read, and one that never ends is refused', async () => {
  const long = 'x,\n'.repeat(3_000_000);
  const { table, lines } = await read(`"${long}";b\n1;2\n`);
  expect(table.columns).toEqual([long.trim(), 'b']);
  expect(lines).toEqual([{ line: 3_000_002, cells: ['1', '2'] }]);
  expect(await refusal(bytes(`a,"${long}`))).toMatch(/cannot be read/);
});

it('of a workbook the sheets that people see are read; lines are told by their sheet, as it counts them', async () => {
  const head = ['email', 'note'];
  const several = valueIn(
    await readTable(
      workbook({
        'Old &amp; gone': { rows: { 1: head, 2: ['old@acme.com', ''] }, hidden: true },
        North: { rows: { 1: head, 2: ['a@acme.com', 'x'], 5: ['b@acme.com', 'y'] } },
        South: { rows: { 1: head, 3: ['c@acme.com', 'z'] } },
        Notes: { rows: { 1: ['whatever'] } },
      }),
    ),
  );
  expect(several.notes).toEqual([
    'Lines of several sheets are read: North, South.',
    'Other sheets were not read: Notes.',
    'Hidden sheets were not read: Old & gone.',
  ]);
  expect((await linesOf(several)).map(({ line, sheet, cells }) => [sheet, line, cells[0]])).toEqual([
    ['North', 2, 'a@acme.com'],
    ['North', 5, 'b@acme.com'],
    ['South', 3, 'c@acme.com'],
  ]);
  const one = valueIn(await readTable(workbook({ Only: { rows: { 1: head, 2: ['a@acme.com', ''] } } })));
  expect(one.notes).toEqual([]);
  expect(await linesOf(one)).toEqual([{ line: 2, cells: ['a@acme.com', null] }]);
});

it('a formula that ended with an error, or was never worked out, is no empty cell: its line says so', async () => {
  const rows = {
    1: ['email', 'note'],
    2: ['<c t="e"><f>VLOOKUP(1,B:B,2)</f><v>#N/A</v></c>', 'x'],
    3: ['a@acme.com', '<c><f>1+1</f></c>'],
    4: ['<c t="str"><f>A3</f><v>b@acme.com</v></c>', '<c t="str"><f>""</f><v></v></c>'],
  };
  const lines = await linesOf(valueIn(await readTable(workbook({ Only: { rows } }))));
  expect(lines.map(({ line, cells, odd }) => [line, cells, [...(odd ?? [])]])).toEqual([
    [2, ['#N/A', 'x'], [[0, '“email” is a formula that ended with #N/A.']]],
    [3, ['a@acme.com', null], [[1, expect.stringMatching(/^“note” is a formula that was never worked out/)]]],
    [4, ['b@acme.com', null], []],
  ]);
});
