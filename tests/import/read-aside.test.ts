import { randomBytes } from 'node:crypto';
import { type OpenTable, ReadingEnded, readAside } from '@main/import/read-aside';
import { startTableWorker } from '@main/import/start-table-worker';
import type { TableLine } from '@main/import/table';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';

const largeText = `email,name\n${Array.from({ length: 40_000 }, (_, at) => `a${at}@acme.com,Ann ${at}`).join('\n')}\n`;
const large = strToU8(largeText);

/** What of threads holds this process. */
const portsHeld = (): number =>
  process.getActiveResourcesInfo().filter((what) => what === 'MessagePort').length;

async function linesOf(table: OpenTable): Promise<readonly TableLine[]> {
  const lines: TableLine[] = [];
  for await (const portion of table.portions()) lines.push(...portion);
  return lines;
}

it('a large text is read in a thread of its own: as often as one likes, while others have their turn', async () => {
  let longest = 0;
  let last = performance.now();
  const before = portsHeld();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const table = valueIn(await readAside(large, undefined));
  expect(table).toMatchObject({ format: 'csv', columns: ['email', 'name'], lines: 40_000 });
  const lines = await linesOf(table);
  clearInterval(watch);
  expect(lines).toHaveLength(40_000);
  expect(lines.at(-1)).toEqual({ line: 40_001, cells: ['a39999@acme.com', 'Ann 39999'] });
  // Two walks at once, one of which ends early.
  for await (const portion of table.portions()) {
    expect(portion[0]?.line).toBe(2);
    break;
  }
  expect(await linesOf(table)).toEqual(lines);
  // Left open, it would let the process end.
  expect(portsHeld()).toBe(before);
  table.close();
  expect(longest).toBeLessThan(400);
});

it('what is no sound file is told as it is without a thread', async () => {
  const told = async (bytes: Uint8Array): Promise<string> => {
    const read = await readAside(bytes, undefined);
    return read.ok ? 'it was read' : `${read.error.code}: ${read.error.message}`;
  };
  // As large as what a thread is started for.
  const filler = { 'docProps/filler': randomBytes(40_000) };
  const book = zipSync({ ...filler, 'xl/workbook.xml': strToU8('<workbook/>') });
  expect(await told(book.slice(0, 30_000))).toContain('it is a damaged workbook');
  expect(await told(zipSync({ ...filler, 'a.txt': strToU8('a') }))).toContain('it is no sound workbook');
  expect(await told(strToU8(largeText.replace('email', 'name')))).toContain('two of its columns are called');
});

it('what is ended while it is read is ended at once, and what takes too much memory is told', async () => {
  let end = (): void => undefined;
  const reading = readAside(large, undefined, (ending) => {
    end = ending;
  });
  end();
  await expect(reading).rejects.toBeInstanceOf(ReadingEnded);
  const table = valueIn(await readAside(large, undefined));
  const walk = table.portions()[Symbol.asyncIterator]();
  await walk.next();
  const coming = walk.next();
  table.close();
  await expect(coming).rejects.toBeInstanceOf(ReadingEnded);
  const many = strToU8(Array.from({ length: 300_000 }, (_, at) => `{"n":${at}}`).join('\n'));
  const narrow = await readAside(many, undefined, undefined, (start) => startTableWorker(start, 12));
  expect(narrow).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(narrow.ok ? '' : narrow.error.message).toContain('more memory');
});
