import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface History {
  readonly entries: readonly {
    readonly seq: number;
    readonly at: number;
    readonly label: string;
    readonly hash: string;
  }[];
}

test('history is asked for by time, record and page', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'lumen', seed: 5, scale: 0.05 });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-history-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (...words: readonly string[]) =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets);
  const history = async (...words: readonly string[]) =>
    jsonOf<History>(await tenantry('history', ...words)).value.entries;
  await tenantry('init', '--url', sandbox.url, '--scenario', 'b2c', '--name', 'History');
  await tenantry('pull');
  const machines = jsonOf<{ readonly rows: readonly { readonly id: string }[] }>(
    await tenantry('list', 'machine'),
  );
  const [one, two] = machines.value.rows;
  for (const [place, machine] of [one, two].entries()) {
    const body = { name: `renamed-${place}` };
    await sandbox.control.edit([{ call: { method: 'PATCH', path: `/machines/${machine?.id}`, body } }]);
    await tenantry('pull');
  }
  const [newest, oldest] = await history();
  if (newest === undefined || oldest === undefined) throw new Error('two were renamed');
  expect([newest.label, oldest.label]).toEqual(['renamed-1', 'renamed-0']);
  expect(newest.at).toBeGreaterThan(oldest.at);
  expect(await history('--from', String(newest.at))).toEqual([newest]);
  expect(await history('--to', String(newest.at - 1))).toEqual([oldest]);
  expect(await history('--from', String(oldest.at), '--to', String(oldest.at))).toEqual([oldest]);
  expect(await history('--to', String(oldest.at - 1))).toEqual([]);
  // A day is all of it.
  const day = new Date(newest.at).toISOString().slice(0, 10);
  expect(await history('--from', day, '--to', day)).toContainEqual(newest);
  expect(await history('--record', one?.id ?? '')).toEqual([oldest]);
  expect(await history('--limit', '1', '--before', String(newest.seq))).toEqual([oldest]);
  // The page before, within the same span.
  expect(await history('--to', String(newest.at), '--before', String(newest.seq))).toEqual([oldest]);
  for (const odd of [
    ['--entity', 'nobody'],
    ['--limit', '0'],
    ['--from', 'soon'],
    ['--source', 'elsewhere'],
    ['--format', 'csv'],
    ['--out', join(directory, '..', 'two.csv'), '--limit', '2'],
  ])
    expect((await tenantry('history', ...odd)).code).toBe(2);
  expect(await history('--source', 'local')).toEqual([]);

  // The same leaves as a file, whole or narrowed, in each format.
  const saved = async (format: string, ...words: readonly string[]) => {
    const file = join(directory, '..', `history.${format}`);
    const told = await tenantry('history', '--out', file, '--format', format, ...words);
    return { file, ...jsonOf<{ readonly rows: number; readonly columns: readonly string[] }>(told).value };
  };
  const csv = await saved('csv');
  const rows = parse(await readFile(csv.file), { columns: true }) as Record<string, string>[];
  expect(csv.rows).toBe(2);
  expect(rows.map(({ seq, label, hash }) => [Number(seq), label, hash])).toEqual(
    [newest, oldest].map(({ seq, label, hash }) => [seq, label, hash]),
  );
  expect(rows[0]).toMatchObject({
    at: new Date(newest.at).toISOString(),
    source: 'remote',
    change: 'updated',
  });
  expect(rows[0]?.changes).toContain('→ renamed-1');
  const lines = await saved('jsonl', '--record', one?.id ?? '');
  const [line = '', ...more] = (await readFile(lines.file, 'utf8')).trim().split('\n');
  expect(more).toEqual([]);
  const { part: _, ...kept } = { part: null, ...oldest };
  expect(JSON.parse(line)).toMatchObject(kept);
  const sheet = await saved('xlsx', '--to', String(oldest.at));
  const cells = await readSheet(await readFile(sheet.file));
  expect(cells).toHaveLength(2);
  expect(cells[0]).toEqual(sheet.columns);
  // Nobody can be told by it, or prove a guess by a hash.
  const hidden = await readFile((await saved('csv', '--pseudonymise')).file, 'utf8');
  for (const told of ['renamed-', newest.hash, one?.id ?? '']) expect(hidden).not.toContain(told);
});
