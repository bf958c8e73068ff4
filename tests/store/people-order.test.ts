import { openStore } from '@main/store/open-store';
import { tableOf } from '@main/store/sqlite-storage/collection-source';
import { openStoreDatabase } from '@main/store/store-database';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleRecord } from './sample-records';

const key = '9d'.repeat(32);
const names = [
  'Zebra',
  'Österreich',
  'ödland',
  'Oslo',
  'azur',
  'Ábaco',
  'Abaco',
  'zoo',
  'Ñandú',
  'Nacht',
  '李娜',
  '王小明',
];

async function opened() {
  const directory = await temporaryFolder();
  const store = await openStore({ directory, key, now: Date.now });
  onTestFinished(() => store.close());
  await store.write({
    put: names.map((name, index) => ({
      entity: 'organization' as const,
      record: sampleRecord('organization', `org_${index}`, { name }),
    })),
  });
  return { store, directory };
}

const query = (more: object) => ({
  entity: 'organization' as const,
  where: [],
  text: '',
  offset: 0,
  limit: 50,
  ...more,
});

describe('names', () => {
  it('are sorted as people do, whatever their case and accents, up and down and page by page', async () => {
    const { store } = await opened();
    const { rows } = await store.page(query({}));
    const sorted = rows.map((row) => ('name' in row ? row.name : ''));
    expect(sorted.slice(0, 10)).toEqual([
      'Ábaco',
      'Abaco',
      'azur',
      'Nacht',
      'Ñandú',
      'ödland',
      'Oslo',
      'Österreich',
      'Zebra',
      'zoo',
    ]);
    const down = await store.page(query({ sort: { field: 'name', direction: 'desc' } }));
    expect(
      down.rows
        .map((row) => ('name' in row ? row.name : ''))
        .slice(-2)
        .sort(),
    ).toEqual(['Abaco', 'Ábaco']);
    const second = await store.page(query({ offset: 4, limit: 2 }));
    expect(second.rows.map((row) => ('name' in row ? row.name : ''))).toEqual(['Ñandú', 'ödland']);
  });

  it('are found by their own letters all the same', async () => {
    const { store } = await opened();
    const named = async (name: string) =>
      (await store.page(query({ where: [{ field: 'name', op: 'eq', value: name }] }))).total;
    expect(await named('Österreich')).toBe(1);
    expect(await named('osterreich')).toBe(0);
    expect(await named('Abaco')).toBe(1);
  });

  it('are walked along an index, and looked up by one', async () => {
    const { store, directory } = await opened();
    await store.close();
    const database = await openStoreDatabase({ directory, key, name: 'tenantry' });
    onTestFinished(() => database.close().then(() => undefined));
    const table = tableOf(database.organizations);
    table.ensureIndexed();
    const column = table.layout.fields.find(({ folds }) => folds === 'name')?.column;
    const plan = (sql: string): string => JSON.stringify(table.file.rows(`EXPLAIN QUERY PLAN ${sql}`));
    expect(
      plan(`SELECT rid FROM ${table.name} WHERE deleted = 0 ORDER BY ${column}, id LIMIT 5`),
    ).not.toContain('TEMP B-TREE');
    expect(plan(`SELECT rid FROM ${table.name} WHERE deleted = 0 AND ${column} = 'x'`)).toContain('INDEX');
  });

  it('in scripts without blanks are found by any signs that follow each other', async () => {
    const { store } = await opened();
    const hits = async (text: string) =>
      (await store.page(query({ text }))).rows.map((row) => ('name' in row ? row.name : ''));
    expect(await hits('小明')).toEqual(['王小明']);
    expect(await hits('王小')).toEqual(['王小明']);
    expect(await hits('明')).toEqual(['王小明']);
    expect(await hits('王小明')).toEqual(['王小明']);
    expect(await hits('小王')).toEqual([]);
  });
});
