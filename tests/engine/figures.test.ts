import { readGroups, readPage } from '@main/engine/queries';
import { narrowed } from '@main/engine/scoped';
import { GroupQuery, PageQuery } from '@shared/contract/page';
import { expect, it, test } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { openWorld } from '../reconcile/open-world';
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
