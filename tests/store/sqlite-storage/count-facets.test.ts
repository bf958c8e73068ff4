import type { RxDatabase } from 'rxdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
import { countFacets } from '../../../src-main/store/sqlite-storage/count-facets';
import { liveQuery } from '../../../src-main/store/sqlite-storage/live-query';
import { talliedCount } from '../../../src-main/store/sqlite-storage/tallied-count';
import { type Collections, membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const directory = tempDirectory();
let database: RxDatabase<Collections>;

beforeAll(async () => {
  database = await openDatabase(directory.path);
  await database.memberships.bulkInsert(Array.from({ length: 100 }, (_, index) => membership(index)));
});
afterAll(async () => {
  await database.close();
  directory.remove();
});

describe('counting facets', () => {
  it('counts declared facets from what writes have kept', async () => {
    expect(await countFacets(database.memberships, 'role')).toEqual([
      { value: 'member', count: 90 },
      { value: 'admin', count: 10 },
    ]);
  });

  it('counts within a selection, by index or by documents', async () => {
    const pending = [
      { value: 'admin', count: 10 },
      { value: 'member', count: 10 },
    ];
    const byValue = (a: { value: unknown }, b: { value: unknown }) =>
      String(a.value) < String(b.value) ? -1 : 1;
    const indexed = await countFacets(database.memberships, 'role', { state: 'pending' });
    expect([...indexed].sort(byValue)).toEqual(pending);
    const matched = await countFacets(database.memberships, 'role', { email: { $regex: '[05]@' } });
    expect([...matched].sort(byValue)).toEqual(pending);
  });

  it('counts fields that are neither declared nor indexed, missing values too', async () => {
    expect(await countFacets(database.memberships, 'note')).toEqual([{ value: undefined, count: 100 }]);
  });

  it('follows updates and deletions, and survives a restart', async () => {
    const member = await database.memberships.findOne('m000001').exec(true);
    const owner = await member.patch({ role: 'owner' });
    await (await database.memberships.findOne('m000002').exec(true)).remove();
    const expected = [
      { value: 'member', count: 88 },
      { value: 'admin', count: 10 },
      { value: 'owner', count: 1 },
    ];
    expect(await countFacets(database.memberships, 'role')).toEqual(expected);
    await database.close();
    database = await openDatabase(directory.path);
    expect(await countFacets(database.memberships, 'role')).toEqual(expected);
    expect(owner.id).toBe('m000001');
  });
});

describe('counting all, or those with one value of a facet', () => {
  const values = ['member', 'admin', null, 1, '1', true, undefined, '', 'Member', -0];
  const odd = [['member'], { member: 1 }];
  const count = (selector: object) => database.memberships.count({ selector }).exec();
  const found = async (selector: object) => (await database.memberships.find({ selector }).exec()).length;
  const known = (selector: object) =>
    talliedCount(tableOf(database.memberships), liveQuery(database.memberships, { selector }).selector);
  const insert = (from: number, roles: readonly unknown[]) =>
    database.memberships.bulkInsert(
      roles.map((role, index) => ({ ...membership(from + index), role }) as ReturnType<typeof membership>),
    );

  it('is what the documents say, whatever the value is, and known without a look at them', async () => {
    await insert(1_000, [...values, ...values, ...values]);
    await (await database.memberships.findOne('m001000').exec(true)).remove();
    for (const role of [...values, 'nobody'])
      expect(await count({ role }), String(role)).toBe(await found({ role }));
    expect(await count({})).toBe(await found({}));
    expect([known({}), known({ role: 'admin' }), known({ role: 'nobody' })]).toEqual([
      await found({}),
      await found({ role: 'admin' }),
      0,
    ]);
    const others = [
      { role: null },
      { role: { $ne: 'admin' } },
      { role: 'admin', state: 'synced' },
      { email: 'x' },
    ];
    expect(others.map(known)).toEqual(others.map(() => undefined));
  });

  it('looks at the documents where a value is one of many', async () => {
    await insert(2_000, odd);
    expect([known({ role: 'member' }), known({ state: 'pending' })]).toEqual([
      undefined,
      await found({ state: 'pending' }),
    ]);
    for (const role of values) expect(await count({ role }), String(role)).toBe(await found({ role }));
    expect(await count({})).toBe(await found({}));
  });
});
