import type { RxDatabase } from 'rxdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countMatches } from '../../../src-main/store/sqlite-storage/count-matches';
import { searchIds } from '../../../src-main/store/sqlite-storage/search-ids';
import { type Collections, membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const directory = tempDirectory();
let database: RxDatabase<Collections>;

function named(id: string, userName: string, email = `${id}@host.example`) {
  return { ...membership(1), id, userName, email };
}

beforeAll(async () => {
  database = await openDatabase(directory.path);
  await database.memberships.bulkInsert([
    named('inside', 'Joanna Marsh'),
    named('word', 'Peter Ann Vogel'),
    named('start', 'Ánna Schmidt'),
    named('mail', 'Bob Jones', 'susanna@host.example'),
    named('odd', 'straße "x" 100%', 'o@host.example'),
  ]);
});
afterAll(async () => {
  await database.close();
  directory.remove();
});

const ids = (needle: string, options = {}) => searchIds(database.memberships, needle, options);

describe('searching text', () => {
  it('finds substrings, best first: field starts, then word starts, then the rest', async () => {
    expect(await ids('ann')).toEqual(['start', 'word', 'inside', 'mail']);
  });

  it('ignores case and accents on both sides', async () => {
    expect(await ids('ÄNNA SCH')).toEqual(['start']);
    expect(await ids('STRASSE')).toEqual(['odd']);
  });

  it('finds the starts of words with one or two letters', async () => {
    expect(await ids('v')).toEqual(['word']);
    expect(await ids('Jo')).toEqual(['inside', 'mail']);
    expect(await ids('oa')).toEqual([]);
  });

  it('takes quotes, signs and blanks as they are', async () => {
    expect(await ids('"x" 100%')).toEqual(['odd']);
    expect(await ids('  Bob   Jones ')).toEqual(['mail']);
    expect(await ids('')).toEqual([]);
    expect(await ids('@')).toEqual([]);
  });

  it.each([
    ['O’Brien', "O'Brien", ["O'Brien", 'O’Brien', 'O\u02bcBrien', 'brien']],
    ["O'Neill", 'O’Neill', ["O'Neill", 'O’NEILL']],
    ['Anne-Marie', 'Anne\u2011Marie', ['anne-marie', 'Anne\u2013Marie']],
    ['李 娜', '李 娜', ['李娜', '娜李', '李 娜', '李']],
    ['김 철수', '김 철수', ['김철수', '철수김', '철수']],
  ])('finds %s however its signs are typed', async (_title, stored, needles) => {
    await database.memberships.insert(named('typed', stored));
    for (const needle of needles) expect([needle, await ids(needle)]).toEqual([needle, ['typed']]);
    await (await database.memberships.findOne('typed').exec(true)).remove();
  });

  it('pages, filters and sorts hits', async () => {
    expect(await ids('ann', { skip: 1, limit: 2 })).toEqual(['word', 'inside']);
    expect(await ids('ann', { selector: { userName: { $regex: 'Joa|Bob' } } })).toEqual(['inside', 'mail']);
    expect(await ids('ann', { selector: { id: { $gt: 'n' } } })).toEqual(['start', 'word']);
    expect(await ids('ann', { sort: [{ userName: 'desc' }], limit: 2 })).toEqual(['start', 'word']);
  });

  it('counts hits, or says that there are more', async () => {
    const count = (needle: string, options = {}) => countMatches(database.memberships, needle, options);
    expect(await count('ann')).toEqual({ count: 4, exact: true });
    expect(await count('ann', { atMost: 3 })).toEqual({ count: 3, exact: false });
    expect(await count('ann', { selector: { id: 'word' } })).toEqual({ count: 1, exact: true });
    expect(await count('ann', { selector: { userName: { $regex: 'Joa' } } })).toEqual({
      count: 1,
      exact: true,
    });
    expect(await count('nobody')).toEqual({ count: 0, exact: true });
  });

  it('keeps up with changes, deletions and returns', async () => {
    const { memberships } = database;
    await memberships.insert(named('late', 'Quentin'));
    expect(await ids('quent')).toEqual(['late']);
    const late = await memberships.findOne('late').exec(true);
    const renamed = await late.patch({ userName: 'Ysolde' });
    expect(await ids('quent')).toEqual([]);
    expect(await ids('ysol')).toEqual(['late']);
    await renamed.remove();
    expect(await ids('ysol')).toEqual([]);
    await memberships.insert(named('late', 'Quentin again'));
    expect(await ids('quentin again')).toEqual(['late']);
  });

  it('refuses collections without text fields', async () => {
    await expect(searchIds(database.cursors, 'ann')).rejects.toThrow(TypeError);
  });
});
