import type { ImportRow } from '@shared/domain/import/import-row';

/** What is expected of a line, and what the service holds of its record afterwards: `[key]` for none. */
export interface Odd {
  readonly cells: readonly string[];
  readonly outcome: ImportRow['outcome'] | 'none';
  readonly why?: RegExp;
  readonly after?: readonly [key: string, held?: object | undefined];
}

/** Numbers from a seed, 0 to below `most`. */
export function createDice(seed: number) {
  let state = seed;
  const roll = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const oneOf = <T>(all: readonly T[]): T => all[roll(all.length)] as T;
  /** In capitals here and there. */
  const anyCase = (text: string): string =>
    [...text].map((sign) => (roll(2) === 0 ? sign.toUpperCase() : sign)).join('');
  return { roll, oneOf, anyCase };
}
export type Dice = ReturnType<typeof createDice>;

/** Texts as a file may hold them for a value of metadata, each with what is to be held. */
export const notes: readonly (readonly [text: string, held: unknown])[] = [
  ['=HYPERLINK("http://x.example";"y")', '=HYPERLINK("http://x.example";"y")'],
  ["'=1+1", '=1+1'],
  ["'+41", '+41'],
  ['@SUM(A1)', '@SUM(A1)'],
  ['"quoted", and; parted', '"quoted", and; parted'],
  ['two\r\nlines', 'two\r\nlines'],
  ['three\n\rodd\rlines', 'three\n\rodd\rlines'],
  ['😀𝒳 astral 👩‍👩‍👧', '😀𝒳 astral 👩‍👩‍👧'],
  ['\u202Eright to left', '\u202Eright to left'],
  ['  blanks around  ', 'blanks around'],
  ['x'.repeat(7_000), 'x'.repeat(7_000)],
  ['007', '007'],
  ['7', 7],
  ['true', true],
  ['{"a":1}', { a: 1 }],
  ['1e400', '1e400'],
  ['-0', '-0'],
];
/** Texts that no service keeps, or takes. */
export const untakable: readonly (readonly [text: string, why: RegExp])[] = [
  ['a\0b', /cannot be stored|NUL/],
  ['x'.repeat(9_000), /8,?192|bytes/],
];

/** A file of such lines, each ended and quoted in a way of its own, with the number of each as an editor counts. */
export function written(head: readonly string[], rows: readonly Odd[], { roll, oneOf }: Dice) {
  const parts = [`\ufeff${head.join(';')}\r\n`];
  const told: { readonly line: number; readonly row: Odd }[] = [];
  let line = 2;
  for (const row of rows) {
    if (row.outcome !== 'none') told.push({ line, row });
    const quoted = (cell: string): string =>
      /[";\r\n]/.test(cell) || roll(4) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
    const own = row.cells.map(quoted).join(';');
    // What is empty or begins with LF would be one end of a line with a CR before it.
    const whole = `${own}${own === '' || own.startsWith('\n') ? '\r\n' : oneOf(['\n', '\r\n', '\r'])}`;
    if (parts.at(-1)?.endsWith('\r') && whole.startsWith('\n')) parts.push('\n');
    parts.push(whole);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return { text: parts.join(''), told };
}

/** Moments as people write them, and what is none. */
export const moments: readonly (readonly [text: string, ms: number | null])[] = [
  ['2026-11-30', Date.UTC(2026, 10, 30)],
  ['2024-02-29', Date.UTC(2024, 1, 29)],
  ['2026-11-30T09:00:00Z', Date.UTC(2026, 10, 30, 9)],
  ['2026-11-30 09:00', Date.UTC(2026, 10, 30, 9)],
  ['2026-11-30T09:00+01:00', Date.UTC(2026, 10, 30, 8)],
  ['2026-11-30T09:00:00.5+0530', Date.UTC(2026, 10, 30, 3, 30, 0, 500)],
  ['1793404800000', 1_793_404_800_000],
  ...[
    '2026-02-31',
    '2025-02-29',
    '2026-13-01',
    '2026-11-30T25:00',
    '31.12.2026',
    '12/31/2026',
    'Nov 30 2026',
  ].map((text) => [text, null] as const),
  ...['tomorrow', '46000', '-5', '9'.repeat(20), '2026-11'].map((text) => [text, null] as const),
];
export const limits: readonly (readonly [text: string, held: number | null])[] = [
  ['7', 7],
  ['unlimited', 0],
  ...['-1', '1.5', '1e3', '9'.repeat(400), '1,000', 'many'].map((text) => [text, null] as const),
];
