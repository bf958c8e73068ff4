import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@main/store/open-store';
import { selectorOf } from '@main/store/selector-of';
import { tableOf } from '@main/store/sqlite-storage/collection-source';
import { liveQuery } from '@main/store/sqlite-storage/live-query';
import { planQuery } from '@main/store/sqlite-storage/mango/plan-query';
import type { Store } from '@main/store/store';
import { openStoreDatabase, storeName } from '@main/store/store-database';
import { type Filter, PageQuery } from '@shared/contract/page';
import type { Organization } from '@shared/domain/records/record-map';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sampleRecord } from './sample-records';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const key = 'c4'.repeat(32);
const organizations = 100_000;
let directory: string;
let store: Store;
let all: readonly Organization[];

/** Whole numbers below `most`, the same every time. */
const numbers = (seed: number) => {
  let state = seed;
  return (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % most;
  };
};

const colors = ['', '#ffffff', '#8a8a8a', '#14171a', '#e0b400'];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tenantry-'));
  store = await openStore({ directory, key, now: Date.now });
  const next = numbers(7);
  all = Array.from({ length: organizations }, (_, index) => {
    const limit = [0, 5, 10, 50, 100][next(5)] ?? 0;
    const made = sampleRecord('organization', `org_${String(index).padStart(6, '0')}`, {
      name: `Organization ${next(40_000)}`,
      membersCount: next(Math.max(limit, 20)),
      pendingInvitationsCount: next(3),
      maxAllowedMemberships: limit,
      logo: next(2) === 0 ? '' : 'https://img.example/a.png',
    });
    const branding = { ...made.branding, textColor: colors[next(5)] ?? '' };
    return sampleRecord('organization', made.id, { ...made, branding });
  });
  for (let from = 0; from < all.length; from += 2_000)
    await store.write({
      put: all.slice(from, from + 2_000).map((record) => ({ entity: 'organization', record }) as const),
    });
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const page = (query: object) => store.page(PageQuery.parse({ entity: 'organization', limit: 20, ...query }));

describe('what is computed of 100,000 organizations', () => {
  it('is walked along an index: no table scan, no sort', async () => {
    const questions: readonly (readonly [string, string, 'asc' | 'desc', readonly Filter[]])[] = [
      ['the limits screen', 'fullness', 'desc', []],
      ['its filter', 'fullness', 'desc', [{ field: 'seatsLevel', op: 'eq', value: 'over' }]],
      [
        'the overview',
        'fullness',
        'desc',
        [{ field: 'seatsLevel', op: 'in', value: ['over', 'full', 'near'] }],
      ],
      ['a row kept in its place', 'fullness', 'desc', [{ field: 'id', op: 'ne', value: 'org_000001' }]],
      ['free seats', 'freeSeats', 'asc', []],
      ['hard to read', 'name', 'asc', [{ field: 'brandVerdict', op: 'eq', value: 'poor' }]],
      ['no logo', 'textContrast', 'asc', [{ field: 'hasLogo', op: 'eq', value: false }]],
    ];
    await store.close();
    const database = await openStoreDatabase({ directory, key, name: storeName });
    onTestFinished(async () => {
      await database.close();
      store = await openStore({ directory, key, now: Date.now });
    });
    const source = database.organizations;
    const table = tableOf(source);
    table.ensureIndexed();
    for (const [name, field, direction, where] of questions) {
      const selector = selectorOf('organization', where);
      const sort = [{ [field]: direction }, { id: direction }];
      const { where: plan, exact, orderBy } = planQuery(table, liveQuery(source, { selector, sort }));
      const steps = table.file.rows(
        `EXPLAIN QUERY PLAN SELECT rid FROM ${table.name} WHERE ${plan.may.text} ORDER BY ${orderBy} LIMIT 100`,
        plan.may.params,
      );
      const told = steps.map(({ detail }) => String(detail)).join();
      expect(exact, name).toBe(true);
      expect(told, name).toMatch(/USING COVERING INDEX/);
      expect(told, name).not.toMatch(/TEMP B-TREE/);
    }
  });

  it('sorts, filters and counts as a look at every one of them would', async () => {
    const fullest = all
      .filter(({ seatsLevel }) => seatsLevel === 'over')
      .toSorted((a, b) => (b.fullness ?? 0) - (a.fullness ?? 0) || (a.id < b.id ? 1 : -1));
    const found = await page({
      where: [{ field: 'seatsLevel', op: 'eq', value: 'over' }],
      sort: { field: 'fullness', direction: 'desc' },
    });
    expect(found.total).toBe(fullest.length);
    expect(found.rows.map(({ id }) => id)).toEqual(fullest.slice(0, 20).map(({ id }) => id));
    for (const field of ['seatsLevel', 'brandVerdict', 'hasLogo'] as const) {
      const counted = new Map<unknown, number>();
      for (const record of all) counted.set(record[field], (counted.get(record[field]) ?? 0) + 1);
      const facets = await store.facets(PageQuery.parse({ entity: 'organization' }), field);
      expect(new Map(facets.map(({ value, count }) => [value, count]))).toEqual(counted);
    }
  });

  it('a page of it takes no longer than a page by name', async () => {
    const timed = async (query: object): Promise<number> => {
      await page(query);
      const started = performance.now();
      for (let turn = 0; turn < 5; turn += 1) await page(query);
      return (performance.now() - started) / 5;
    };
    const byName = await timed({ sort: { field: 'name', direction: 'asc' } });
    const fullest = await timed({ sort: { field: 'fullness', direction: 'desc' } });
    expect(fullest).toBeLessThan(byName * 3 + 20);
  });
});
