import { pageExtras } from '@main/engine/extras';
import { createKnownOthers } from '@main/engine/known-others';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { openWorld } from '../reconcile/open-world';

const ede = RecordId.parse('user_2');

it('reads what stands beside rows once, and anew where it changed, also while it was being read', async () => {
  const { store } = await openWorld();
  let read = 0;
  const others = createKnownOthers(
    {
      ...store,
      getMany: (entity, ids) => {
        read += ids.length;
        return store.getMany(entity, ids);
      },
    },
    'membership',
  );
  store.subscribe(others.forget);
  const parts = { store, now: Date.now };
  const bannedOf = async (): Promise<readonly unknown[]> => {
    const rows = await store.list('membership', [{ field: 'organizationId', op: 'eq', value: 'org_1' }]);
    const extras = await pageExtras(parts, 'membership', rows, others.reads);
    return rows.map(({ id }) => extras[id]?.banned);
  };
  const ban = async (banned: boolean): Promise<void> =>
    store.write(async () => {
      const person = await store.get('user', ede);
      return person === null ? {} : { put: [{ entity: 'user', record: { ...person, banned } }] };
    });

  expect(await bannedOf()).toEqual([false, false, false]);
  expect(await bannedOf()).toEqual([false, false, false]);
  expect(read).toBe(3);
  await ban(true);
  expect(await bannedOf()).toEqual([false, true, false]);
  expect(read).toBe(6);
  await Promise.all([bannedOf(), ban(false)]);
  expect(await bannedOf()).toEqual([false, false, false]);
});
