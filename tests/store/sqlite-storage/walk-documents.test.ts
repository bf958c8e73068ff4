import { afterAll, expect, it, vi } from 'vitest';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
import { UNKNOWN } from '../../../src-main/store/sqlite-storage/mango/predicate';
import { walkDocuments } from '../../../src-main/store/sqlite-storage/walk-documents';
import { type Membership, membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const directory = tempDirectory();
afterAll(() => directory.remove());

const size = 6_000;

it.each([
  ['rid', (a: Membership, b: Membership) => (a.id < b.id ? -1 : 1)],
  ['lwt ASC, id DESC', (a: Membership, b: Membership) => (a.id > b.id ? -1 : 1)],
] as const)(
  'a walk by %s shows every row once, in order, and reads no document to pass over it',
  async (orderBy, order) => {
    const database = await openDatabase(directory.path, orderBy.replaceAll(/\W/g, ''));
    const all = Array.from({ length: size }, (_, index) => membership(index));
    await database.memberships.bulkInsert(all);
    const table = tableOf(database.memberships);
    // One moment for all: the order among them is by id.
    table.file.run(`UPDATE ${table.name} SET lwt = 1`);
    const asked = [vi.spyOn(table.file, 'rows'), vi.spyOn(table.file, 'column')];
    const seen: string[] = [];
    await walkDocuments<Membership>(
      table,
      { where: UNKNOWN, orderBy },
      {
        begin: () => seen.splice(0),
        see: ({ document }) => seen.push(document().id) > 0,
      },
    );
    expect(seen).toEqual(all.toSorted(order).map(({ id }) => id));
    const skipping = asked.flatMap(({ mock }) => mock.calls).filter(([sql]) => sql.includes('OFFSET'));
    expect(skipping.filter(([sql]) => /\bdata\b/.test(sql))).toEqual([]);
    await database.close();
  },
);

it('a walk goes on while the text index is built, and begins anew after a write', async () => {
  const database = await openDatabase(directory.path, 'building');
  await database.memberships.bulkInsert(Array.from({ length: size }, (_, index) => membership(index)));
  const table = tableOf(database.memberships);
  let [begun, seen] = [0, 0];
  const walk = walkDocuments<Membership>(
    table,
    { where: UNKNOWN, orderBy: 'rid' },
    {
      begin: () => {
        begun += 1;
        seen = 0;
      },
      see: () => {
        seen += 1;
        return true;
      },
    },
  );
  expect(table.buildText(100)).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toBe(1);
  await database.memberships.insert(membership(size));
  await walk;
  expect([begun, seen]).toEqual([2, size + 1]);
  await database.close();
});
