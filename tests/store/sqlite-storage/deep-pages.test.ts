import type { MangoQuerySortPart, RxDatabase } from 'rxdb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Collections, type Membership, membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const COUNT = 30_000;
const PLACES = [999, 1_000, 8_191, 8_192, 8_193, 12_345, 16_384, 20_000, 23_990, 24_100, 29_990, 40_000];
const directory = tempDirectory();
let database: RxDatabase<Collections>;
let all: Membership[];

beforeAll(async () => {
  database = await openDatabase(directory.path);
  all = Array.from({ length: COUNT }, (_, index) => membership((index * 7_919) % COUNT));
  await database.memberships.bulkInsert(all);
});
afterAll(async () => {
  await database.close();
  directory.remove();
});

type Key = 'userName' | 'updatedAt';

function ordered(key: Key, direction: 'asc' | 'desc', state: string | undefined): readonly string[] {
  const compared = (a: Membership, b: Membership): number => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
  const sign = direction === 'asc' ? 1 : -1;
  return all
    .filter((each) => state === undefined || each.state === state)
    .sort((a, b) => sign * compared(a, b) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

async function compare(key: Key, direction: 'asc' | 'desc', state?: string): Promise<void> {
  const expected = ordered(key, direction, state);
  const sort = [{ [key]: direction }] as MangoQuerySortPart<Membership>[];
  const selector = state === undefined ? {} : { state };
  for (const skip of [...PLACES, ...PLACES.toReversed()]) {
    const found = await database.memberships.find({ selector, sort, skip, limit: 20 }).exec();
    expect(found.map(({ id }) => id)).toEqual(expected.slice(skip, skip + 20));
  }
}

it.each<[Key, 'asc' | 'desc', string | undefined]>([
  ['userName', 'asc', undefined],
  ['userName', 'desc', undefined],
  ['updatedAt', 'desc', undefined],
  ['userName', 'asc', 'synced'],
])('far down by %s %s, state %s: the rows that lie there', compare, 30_000);

it('a write moves the rows, and the next page knows', async () => {
  await compare('userName', 'asc');
  const first = ordered('userName', 'asc', undefined).slice(0, 300);
  const gone = await database.memberships.bulkRemove([...first]);
  expect(gone.error).toEqual([]);
  all = all.filter(({ id }) => !first.includes(id));
  await compare('userName', 'asc');
});
