import { readGroups, readPage } from '@main/engine/queries';
import { GroupQuery, PageQuery } from '@shared/contract/page';
import { expect, test } from 'vitest';
import { openWorld } from '../reconcile/open-world';
import { sampleRecord } from '../store/sample-records';

const day = 86_400_000;
const begun = Date.UTC(2026, 0, 31);

test('a span is told by the clock of whoever is asked, each time anew; months are groups', async () => {
  const put = Array.from({ length: 40 }, (_, index) => ({
    entity: 'user' as const,
    record: sampleRecord('user', `user_${index}`, { createdAt: begun + index * day }),
  }));
  const { store } = await openWorld(put);
  const query = PageQuery.parse({ entity: 'user', where: [{ field: 'createdAt', op: 'last', value: '7d' }] });
  const totalAt = async (at: number): Promise<number> =>
    (await readPage({ store, now: () => at }, query)).total;
  expect(await totalAt(begun - day)).toBe(0);
  expect(await totalAt(begun + 2 * day)).toBe(3);
  expect(await totalAt(begun + 20 * day)).toBe(8);
  expect(await totalAt(begun + 60 * day)).toBe(0);

  const asked = GroupQuery.parse({ query: { entity: 'user' }, field: 'createdAt' });
  const { groups, rows, total } = await readGroups({ store, now: () => begun }, asked);
  expect({ groups, rows, total }).toEqual({
    groups: [
      { value: '2026-03', count: 11 },
      { value: '2026-02', count: 28 },
      { value: '2026-01', count: 1 },
    ],
    rows: 40,
    total: 3,
  });
});
