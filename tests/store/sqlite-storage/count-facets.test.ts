import type { RxDatabase } from 'rxdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countFacets } from '../../../src-main/store/sqlite-storage/count-facets';
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
