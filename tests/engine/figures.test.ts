import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportExtras } from '@main/engine/extras';
import { readGroups, readPage } from '@main/engine/queries';
import { narrowed } from '@main/engine/scoped';
import { createExport, exportPortion } from '@main/export/create-export';
import { ExportRequest } from '@shared/contract/export';
import { success } from '@shared/contract/failure';
import { GroupQuery, PageQuery } from '@shared/contract/page';
import { parse } from 'csv-parse/sync';
import { expect, it, test } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { openWorld } from '../reconcile/open-world';
import { copied } from '../support/copied';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { startProxied } from '../sync/proxied-rig';

const now = () => 1;
const errors = [{ code: 'of_this_list', message: 'not for you', long_message: 'This is not for you.' }];
const none = PageQuery.parse({ entity: 'user', where: [{ field: 'organizations', op: 'eq', value: 0 }] });
const some = PageQuery.parse({ entity: 'user', where: [{ field: 'organizations', op: 'gte', value: 1 }] });

test.each([402, 403, 404])(
  'where memberships are refused with %i, nobody has 0 organizations, but a number that is not known',
  async (status) => {
    const { rig, proxy } = await startProxied();
    const { store } = rig;
    proxy.alter = ({ path }) =>
      path === '/organization_memberships' ? { status, body: { errors } } : undefined;
    await rig.sweep();
    for (const query of [none, some])
      await expect(readPage({ store, now }, query)).rejects.toMatchObject({
        failure: {
          message: expect.stringContaining('Organizations cannot be counted: not all memberships are copied'),
          next: expect.stringMatching(/./),
        },
      });
    const grouped = GroupQuery.parse({ query: { entity: 'user' }, field: 'organizations', limit: 10 });
    await expect(readGroups({ store, now }, grouped)).rejects.toThrow('cannot be counted');
    const page = await readPage({ store, now }, PageQuery.parse({ entity: 'user' }));
    expect(new Set(Object.values(page.extras).map(({ organizations }) => organizations))).toEqual(
      new Set([null]),
    );
    proxy.alter = () => undefined;
    await rig.sweep();
    expect((await readPage({ store, now }, some)).total).toBeGreaterThan(0);
  },
);

it('a figure is counted once for all pages, anew after something of it is staged, and not while a first sweep is under way', async () => {
  const { store, staging } = await openWorld();
  let counted = 0;
  const counting = {
    ...store,
    facets: (...asked: Parameters<typeof store.facets>) => {
      counted += 1;
      return store.facets(...asked);
    },
  };
  const query = PageQuery.parse({
    entity: 'user',
    where: [
      { field: 'organizations', op: 'gte', value: 1 },
      { field: 'organizations', op: 'lte', value: 2 },
    ],
  });
  const told = async () => {
    const { where } = await narrowed(counting, query, 1);
    return JSON.stringify(where);
  };
  const first = await told();
  expect(await told()).toBe(first);
  expect(counted).toBe(1);
  await staging.stage([drafts.add('org_2', 'user_5')]);
  expect(await told()).not.toBe(first);
  expect(counted).toBe(2);
  // A first sweep is under way, and has not come to memberships yet.
  await store.write({ meta: { 'sync.sweep': { number: 1, startedAt: 1, completedAt: 0 } } });
  await expect(told()).rejects.toMatchObject({ failure: { code: 'incomplete' } });
});

it('an export tells a figure of one moment, counted once, however much is written between its portions', async () => {
  const { store, staging } = await openWorld();
  const ids = Array.from({ length: exportPortion + 100 }, (_, at) => `user_x${at}`).sort();
  const last = ids.at(-1) ?? '';
  await store.write({ put: ids.map((id) => copied('user', id, { name: id })) });
  let counted = 0;
  let portions = 0;
  const counting = {
    ...store,
    facets: (...asked: Parameters<typeof store.facets>) => {
      counted += 1;
      return store.facets(...asked);
    },
    list: async (...asked: Parameters<typeof store.list>) => {
      if (asked[0] === 'user') portions += 1;
      // Behind the first portion somebody joins who stands in the last one.
      if (portions === 2) await staging.stage([drafts.add('org_2', last)]);
      return store.list(...asked);
    },
  } as typeof store;
  const { write } = createExport({
    store: counting,
    audit: { page: () => Promise.reject(new Error('nothing past is exported here')) },
    history: () => Promise.reject(new Error('no history is exported here')),
    narrowed: async (query) => success(query),
    rows: (query) => store.page(query),
    openBeside: () => exportExtras({ store: counting, now }),
    salt: 'figures',
  });
  const file = join(await temporaryFolder(), 'people.csv');
  const query = { entity: 'user' };
  const columns = ['id', 'organizations'];
  valueIn(await write(file, ExportRequest.parse({ kind: 'table', format: 'csv', query, columns })));
  const rows = parse(await readFile(file), { columns: true }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(exportPortion + 100);
  expect(rows.find(({ id }) => id === last)).toEqual({ id: last, organizations: '0' });
  expect(await store.count('membership', [{ field: 'userId', op: 'eq', value: last }])).toBe(1);
  expect([counted, portions]).toEqual([1, 2]);
});

it('a figure that was counted while something of it was written is not kept behind that', async () => {
  const { store, staging } = await openWorld();
  let goOn = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isRead = (): void => undefined;
  const counted = new Promise<void>((resolve) => {
    isRead = resolve;
  });
  const slow = {
    ...store,
    facets: async (...asked: Parameters<typeof store.facets>) => {
      const facets = await store.facets(...asked);
      isRead();
      await released;
      return facets;
    },
  };
  const early = narrowed(slow, some, 1);
  await counted;
  await staging.stage([drafts.add('org_2', 'user_5')]);
  goOn();
  const before = await early;
  const after = await narrowed(slow, some, 1);
  expect(after).toEqual(await narrowed(store, some, 1));
  expect(after).not.toEqual(before);
});
