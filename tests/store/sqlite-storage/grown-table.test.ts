import { afterAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
import { faultyDriver } from './faulty-driver';
import { membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const grown = tempDirectory();
afterAll(() => grown.remove());

describe('a table that was asked about while it was small', () => {
  const lookup = (table: ReturnType<typeof tableOf>): string =>
    table.file
      .rows(
        `EXPLAIN QUERY PLAN SELECT t.data FROM json_each(?) j CROSS JOIN ${table.name} t ON t.id = j.value`,
        ['[]'],
      )
      .map(({ detail }) => String(detail))
      .join('\n');
  const more = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => membership(from + index));

  it('is looked up by its key once it has grown, also where its figures are of before', async () => {
    const small = await openDatabase(grown.path);
    await small.memberships.bulkInsert(more(0, 2));
    await small.memberships.count().exec();
    expect(lookup(tableOf(small.memberships))).toContain('USING');
    // As versions before did: figures of two rows.
    tableOf(small.memberships).file.exec(`ANALYZE ${tableOf(small.memberships).name}`);
    expect(lookup(tableOf(small.memberships))).toContain('SCAN t');
    await small.close();

    const again = await openDatabase(grown.path);
    await again.memberships.bulkInsert(more(2, 3_000));
    await again.memberships.bulkInsert(more(3_000, 3_100));
    expect(lookup(tableOf(again.memberships))).toMatch(/SEARCH t USING .*INDEX .*\(id=/);
    await again.close();
  });

  it('is read as before where nothing can be written, and knows of its growth later', async () => {
    const held = tempDirectory();
    const database = await openDatabase(held.path);
    const { memberships } = database;
    await memberships.bulkInsert(more(0, 2));
    await memberships.count().exec();
    await memberships.bulkInsert(more(2, 2_000));
    const { file } = tableOf(memberships);
    const figures = () => file.value("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'");
    file.exec('PRAGMA query_only = 1');
    expect(await memberships.count({ selector: { role: 'y' } }).exec()).toBe(0);
    expect(figures()).toBe(0);
    file.exec('PRAGMA query_only = 0');
    expect(await memberships.count({ selector: { role: 'x' } }).exec()).toBe(0);
    expect(figures()).toBe(1);
    await database.close();
    held.remove();
  });
});

it('indexes whose building is cut off between two of them are the same ones once it has gone on', async () => {
  const held = tempDirectory();
  const disk = faultyDriver();
  let database = await openDatabase(held.path, 'cut', disk.driver);
  await database.memberships.bulkInsert(Array.from({ length: 50 }, (_, index) => membership(index)));
  const names = () =>
    tableOf(database.memberships).file.column(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name GLOB 'c*_i*' ORDER BY name",
    );
  const before = names();
  // Each is made by two writing calls and a COMMIT: the third one fails.
  disk.arm('SQLITE_FULL', 7);
  expect(() => tableOf(database.memberships).ensureIndexed()).toThrow(/disk|full/i);
  disk.disarm();
  expect([tableOf(database.memberships).indexed, names().length - before.length]).toEqual([false, 2]);
  await database.memberships.bulkInsert(Array.from({ length: 50 }, (_, index) => membership(50 + index)));
  await database.close();
  database = await openDatabase(held.path, 'cut', disk.driver);
  expect(await database.memberships.count({ selector: { userName: 'Ann Smith' } }).exec()).toBe(5);
  const { file, layout, indexed } = tableOf(database.memberships);
  expect([indexed, names().length - before.length]).toEqual([true, layout.indexes.length]);
  expect(file.value('PRAGMA integrity_check')).toBe('ok');
  await database.close();
  held.remove();
});
