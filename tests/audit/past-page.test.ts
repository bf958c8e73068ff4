import { compareValues, matchesQuery } from '@main/audit/matches-query';
import { pastPage } from '@main/audit/past-page';
import type { RecordPut } from '@main/store/store';
import { PageQuery } from '@shared/contract/page';
import { blankRecord } from '@shared/domain/blank-record';
import { readField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { membershipOf } from '../domain/sample-records';
import { openWorld } from '../reconcile/open-world';
import { synced } from '../support/sample-rows';

const count = 4_000;
const idOf = (index: number) => RecordId.parse(`orgmem_${String(index).padStart(5, '0')}`);
const roles = ['org:admin', 'org:member', 'org:viewer'] as const;

/** Many share a name, so that ids decide their order. */
const member = (index: number, name: number) =>
  membershipOf({
    id: idOf(index),
    userName: `Person ${String(name % 700).padStart(3, '0')}`,
    role: roles[name % roles.length] ?? 'org:member',
  });

it('a page is that of all rows of then put in order, wherever it lies and whatever moved', async () => {
  const rows: RecordPut[] = Array.from({ length: count }, (_, index) =>
    synced('membership', member(index, index * 7919)),
  );
  const { store } = await openWorld(rows);
  const all = await store.list('membership', []);
  const world = fc.record({
    /** Of each row: the same, renamed, or made since; dense at one end. */
    share: fc.constantFrom(0, 0.01, 0.4, 0.95),
    from: fc.integer({ min: 0, max: count }),
    gone: fc.integer({ min: 0, max: 1_500 }),
    shift: fc.integer({ min: 1, max: 699 }),
    offsets: fc.array(fc.integer({ min: 0, max: count + 1_600 }), { minLength: 3, maxLength: 6 }),
    limit: fc.integer({ min: 1, max: 120 }),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    /** Second key, if any. */
    also: fc.constantFrom(null, 'asc' as const, 'desc' as const),
    role: fc.constantFrom('', ...roles),
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ share, from, gone, shift, offsets, limit, direction, also, role }) => {
      const moved = all.filter((_, index) => index >= from && (index * 31) % 100 < share * 100);
      const now = new Map(moved.map((row) => [row.id, row]));
      const was = new Map(
        [
          ...moved
            .filter((_, index) => index % 5 !== 0)
            .map(({ id }, index) => ({ ...member(0, index + shift), id })),
          ...Array.from({ length: gone }, (_, index) => member(count + index, shift)),
        ].map((record) => [record.id, record]),
      );
      const sort = { field: 'userName', direction };
      const where = role === '' ? [] : [{ field: 'role', op: 'eq' as const, value: role }];
      const thenBy = also === null ? [] : [{ field: 'role', direction: also }];
      const query = PageQuery.parse({ entity: 'membership', sort, thenBy, where, limit });
      const sign = direction === 'asc' ? 1 : -1;
      const then = [...all.filter(({ id }) => !now.has(id)), ...was.values()]
        .filter((row) => matchesQuery(query, row))
        .sort(
          (a, b) =>
            sign * compareValues(readField(a, 'userName'), readField(b, 'userName')) ||
            (also === null ? 0 : (also === 'asc' ? 1 : -1) * compareValues(a.role, b.role)) ||
            sign * compareValues(a.id, b.id),
        )
        .map(({ id }) => id);
      for (const offset of offsets) {
        const page = await pastPage(store, { ...query, offset }, { now, was });
        expect(page.total).toBe(then.length);
        expect(page.rows.map(({ id }) => id)).toEqual(then.slice(offset, offset + limit));
      }
    }),
    { numRuns: 25, seed: 7 },
  );
}, 60_000);

it('what is computed of rows is that of then, to sort and to filter by', async () => {
  const organization = (nth: number, limit: number) => ({
    ...blankRecord('organization', RecordId.parse(`org_${nth}`), 0),
    name: `Organization ${nth}`,
    membersCount: 10,
    maxAllowedMemberships: limit,
  });
  const { store } = await openWorld([1, 2, 3].map((nth) => synced('organization', organization(nth, 100))));
  const now = await store.list('organization', []);
  const past = [organization(1, 10), organization(2, 11), organization(3, 0)];
  const { rows, total } = await pastPage(
    store,
    PageQuery.parse({
      entity: 'organization',
      where: [{ field: 'seatsLevel', op: 'in', value: ['full', 'near', 'over'] }],
      sort: { field: 'fullness', direction: 'desc' },
    }),
    {
      now: new Map(now.map((row) => [row.id, row])),
      was: new Map(past.map((record) => [record.id, record])),
    },
  );
  expect(rows.map(({ id }) => id)).toEqual(['org_1', 'org_2']);
  expect(total).toBe(2);
});
