import { afterAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
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
