import { type MangoQuery, normalizeMangoQuery, type RxDatabase } from 'rxdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
import { planQuery } from '../../../src-main/store/sqlite-storage/mango/plan-query';
import { fromFor } from '../../../src-main/store/sqlite-storage/walk-index';
import { type Collections, type Membership, membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const COUNT = 5000;
const directory = tempDirectory();
let database: RxDatabase<Collections>;

beforeAll(async () => {
  database = await openDatabase(directory.path);
  await database.memberships.bulkInsert(Array.from({ length: COUNT }, (_, index) => membership(index)));
  await database.memberships.count().exec();
});
afterAll(async () => {
  await database.close();
  directory.remove();
});

/** What SQLite says it will do for a query, as the storage sends it. */
function explained(query: MangoQuery<Membership>, page: boolean): string {
  const table = tableOf(database.memberships);
  const selector = { ...query.selector, _deleted: false } as never;
  const plan = planQuery(
    table,
    normalizeMangoQuery(database.memberships.storageInstance.schema, { ...query, selector }),
  );
  const { text, params } = plan.where.may;
  const tail = page ? `ORDER BY ${plan.orderBy} LIMIT 50 OFFSET 100` : '';
  const sql = `EXPLAIN QUERY PLAN SELECT ${page ? 'rid' : 'count(*)'} FROM ${table.name} WHERE ${text} ${tail}`;
  return table.file
    .rows(sql, params)
    .map(({ detail }) => String(detail))
    .join('\n');
}

const byName = [{ userName: 'asc' as const }];

describe('the plans of hot queries', () => {
  it.each<[string, MangoQuery<Membership>, boolean]>([
    ['all, by name', { sort: byName }, true],
    ['one state, by name', { selector: { state: 'synced' }, sort: byName }, true],
    ['one role, by name', { selector: { role: 'admin' }, sort: byName }, true],
    ['a role in a state, by name', { selector: { role: 'member', state: 'pending' }, sort: byName }, true],
    ['an organization, by name', { selector: { organizationId: 'org1' }, sort: byName }, true],
    [
      'an organization and a role, by name',
      { selector: { organizationId: 'org1', role: 'admin' }, sort: byName },
      true,
    ],
    ['names from a prefix on', { selector: { userName: { $gte: 'M', $lt: 'N' } }, sort: byName }, true],
    [
      'the page after a key',
      {
        selector: {
          state: 'synced',
          $or: [{ userName: { $gt: 'M' } }, { userName: 'M', id: { $gt: 'm000100' } }],
        } as never,
        sort: byName,
      },
      true,
    ],
    ['the latest, both ways down', { sort: [{ updatedAt: 'desc' }, { id: 'desc' }] }, true],
    ['how many in a state', { selector: { state: 'pending' } }, false],
    ['how many of a role in a state', { selector: { role: 'admin', state: 'pending' } }, false],
    ['how many in an organization', { selector: { organizationId: 'org3' } }, false],
  ])('walk a covering index for %s: no table scan, no sort', (_, query, page) => {
    const plan = explained(query, page);
    expect(plan).toMatch(/^SEARCH \S+ USING COVERING INDEX/);
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it('find rows by id and in a list of ids by their key', () => {
    expect(explained({ selector: { id: { $in: ['m1', 'm2'] } } }, false)).toMatch(
      /^SEARCH \S+ USING .*INDEX .*\(id=/,
    );
  });
});

describe('pages far down a descending order', () => {
  it('hold the same documents as the whole order does there', async () => {
    const sort = [{ userName: 'desc' as const }];
    const all = await database.memberships.find({ sort }).exec();
    for (const skip of [1000, 1777, 2500, 4980, COUNT]) {
      const page = await database.memberships.find({ sort, skip, limit: 30 }).exec();
      expect(page.map(({ id }) => id)).toEqual(all.slice(skip, skip + 30).map(({ id }) => id));
    }
  });
});

describe('a walk over all that a filter finds, portion by portion', () => {
  const limit = 50;
  const sort = [{ id: 'asc' as const }];
  const behind = (selector: object, last: string) => ({
    selector: { $and: [selector, { id: { $gt: last } }] } as never,
    sort,
    limit,
  });

  it.each([
    ['all', {}, true],
    ['of most', { role: 'member' }, true],
    ['of few', { organizationId: 'org1', role: 'admin' }, false],
    ['of those that SQL cannot tell', { userName: { $regex: 'Ann|Smith' } }, true],
  ])('%s shows each once, by ids where many are left', async (_, selector, byIds) => {
    const { memberships } = database;
    const { schema } = memberships.storageInstance;
    const from = fromFor(
      tableOf(memberships),
      normalizeMangoQuery(schema, behind(selector, 'm000100')),
      limit,
    );
    expect(from.includes('INDEXED BY')).toBe(byIds);
    const all = await memberships.find({ selector, sort }).exec();
    const seen: string[] = [];
    for (let last = ''; ; last = seen.at(-1) ?? '') {
      const portion = await memberships.find(behind(selector, last)).exec();
      seen.push(...portion.map(({ id }) => id));
      if (portion.length < limit) break;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('in another order, or of no end, is left to the planner', () => {
    const { schema } = database.memberships.storageInstance;
    const named = (query: MangoQuery<Membership>, most: number) =>
      fromFor(tableOf(database.memberships), normalizeMangoQuery(schema, query), most);
    expect(named({ selector: { id: { $gt: 'm0' } }, sort: byName }, limit)).not.toContain('INDEXED');
    expect(named({ selector: { id: { $gt: 'm0' } }, sort }, Number.POSITIVE_INFINITY)).not.toContain(
      'INDEXED',
    );
    expect(named({ selector: { id: { $lt: 'm9' } }, sort }, limit)).not.toContain('INDEXED');
  });
});
