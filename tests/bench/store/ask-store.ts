import { countFacets } from '@main/store/sqlite-storage/count-facets';
import { countMatches } from '@main/store/sqlite-storage/count-matches';
import { searchIds } from '@main/store/sqlite-storage/search-ids';
import { type MangoQuery, type MangoQuerySortPart, normalizeMangoQuery, prepareQuery } from 'rxdb';
import { type BenchMembership, benchMembership, benchRow, scattered } from './bench-membership';
import type { BenchCollection } from './storage-writes';

/** A question to the open store; every round asks for other values. */
export type Question = (round: number) => Promise<unknown>;

const page = 50;
const sort: MangoQuerySortPart<BenchMembership>[] = [{ userName: 'asc' }, { id: 'asc' }];

/** The questions of the store bench, over a collection of `count` memberships. */
export function storeQuestions(
  collection: BenchCollection,
  count: number,
  seed: number,
): Readonly<Record<string, Question>> {
  const schema = collection.schema.jsonSchema;
  const instance = collection.storageInstance;
  const prepared = ({ selector, ...query }: MangoQuery<BenchMembership>) =>
    prepareQuery<BenchMembership>(
      schema,
      normalizeMangoQuery(schema, { ...query, selector: { ...selector, _deleted: { $eq: false } } as never }),
    );
  const some = (round: number): BenchMembership =>
    benchMembership(seed, scattered(seed + 17, round, Math.min(count, 2 ** 31)));
  /** A syllable of somebody's family name: hits a part of a percent of all. */
  const rare = (round: number): string => some(round).userName.split(' ')[1]?.slice(0, 6) ?? '';
  const searched = async (needle: string): Promise<unknown> =>
    instance.findDocumentsById([...(await searchIds(collection, needle, { limit: page }))], false);
  return {
    'page from a key': (round) => {
      const { userName, id } = some(round);
      const after = { $or: [{ userName: { $gt: userName } }, { userName, id: { $gt: id } }] };
      return instance.query(prepared({ selector: { state: 'synced', ...after }, sort, limit: page }));
    },
    'page at half way': (round) =>
      instance.query(
        prepared({
          selector: { state: 'synced' },
          sort,
          skip: Math.floor(count / 2) - round * page,
          limit: page,
        }),
      ),
    'a write, then the page at half way': async (round) => {
      await instance.bulkWrite([benchRow(seed, count + round)], 'bench');
      return instance.query(
        prepared({ selector: { state: 'synced' }, sort, skip: Math.floor(count / 2), limit: page }),
      );
    },
    // Of one value alone the tallies tell.
    'indexed count of 10 %': () => instance.count(prepared({ selector: { role: { $in: ['org:billing'] } } })),
    'facets of role and state': async () => [
      await countFacets(collection, 'role'),
      await countFacets(collection, 'state'),
    ],
    'facets of role and state in an organization': async (round) => {
      const { organizationId } = some(round);
      await countFacets(collection, 'role', { organizationId });
      await countFacets(collection, 'state', { organizationId });
    },
    'facets of state among 10 %': () => countFacets(collection, 'state', { role: 'org:billing' }),
    'first 50 of a substring': (round) => searched(rare(round)),
    'first 50 of a substring that is everywhere': () => searched('example'),
    'first 50 of a substring nobody has': () => searched('qqxqq'),
    'total of a substring of at most 1 %': (round) => countMatches(collection, rare(round)),
    'total of a substring that is everywhere, as a lower bound': () => countMatches(collection, 'example'),
  };
}

/** Most milliseconds at the 95th percentile and a million records. */
export const mostMs: Readonly<Record<string, number>> = {
  'page from a key': 5,
  'page at half way': 40,
  'a write, then the page at half way': 40,
  'indexed count of 10 %': 25,
  'facets of role and state': 100,
  'first 50 of a substring': 15,
  'first 50 of a substring that is everywhere': 15,
  'first 50 of a substring nobody has': 15,
  'total of a substring of at most 1 %': 60,
};
