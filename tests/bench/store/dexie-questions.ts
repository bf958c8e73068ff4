import { type MangoQuery, normalizeMangoQuery, prepareQuery } from 'rxdb';
import { percentile } from '../support/percentile';
import type { BenchMembership } from './bench-membership';
import type { BenchCollection } from './storage-writes';

const rounds = 7;

/** 95th percentiles in ms of the questions of the store bench, as RxDB on another storage answers them. */
export async function askByMango(
  collection: BenchCollection,
  count: number,
): Promise<Readonly<Record<string, number>>> {
  const schema = collection.schema.jsonSchema;
  const prepared = ({ selector, ...query }: MangoQuery<BenchMembership>) =>
    prepareQuery<BenchMembership>(
      schema,
      normalizeMangoQuery(schema, { ...query, selector: { ...selector, _deleted: { $eq: false } } as never }),
    );
  const instance = collection.storageInstance;
  const filtered = { state: { $eq: 'synced' } };
  const sort = [{ userName: 'asc' as const }];
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    'page from a key': () =>
      instance.query(
        prepared({
          selector: { ...filtered, userName: { $gte: 'M' } },
          sort,
          limit: 50,
        }),
      ),
    'page at half way': () =>
      instance.query(prepared({ selector: filtered, sort, skip: Math.floor(count / 2), limit: 50 })),
    'indexed count of 10 %': () => instance.count(prepared({ selector: { role: { $eq: 'org:billing' } } })),
    'facets of role and state': async () => {
      const { documents } = await instance.query(prepared({ selector: {} }));
      const facets = new Map<string, number>();
      for (const { role, state } of documents) {
        for (const value of [role, state]) facets.set(value, (facets.get(value) ?? 0) + 1);
      }
      return facets;
    },
    'first 50 of a substring': () =>
      instance.query(prepared({ selector: { userName: { $regex: 'drei' } }, sort, limit: 50 })),
    'total of a substring of at most 1 %': () =>
      instance.count(prepared({ selector: { userName: { $regex: 'drei' } } })),
  };
  const times: Record<string, number> = {};
  for (const [question, ask] of Object.entries(questions)) {
    const taken: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      await ask();
      if (round > 0) taken.push(performance.now() - start);
    }
    times[question] = percentile(taken, 0.95);
  }
  return times;
}
