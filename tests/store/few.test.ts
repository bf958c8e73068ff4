import { openStore } from '@main/store/open-store';
import { PageQuery } from '@shared/contract/page';
import { RecordId } from '@shared/domain/ids';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleRecord } from './sample-records';

const organizations = 12;
const memberships = 40;
const id = (kind: string, index: number) => `${kind}_${String(index).padStart(2, '0')}`;

it('finds the rows that few others name as a count of all of them would, whatever was written and removed', async () => {
  const store = await openStore({ directory: await temporaryFolder(), key: 'd5'.repeat(32), now: Date.now });
  onTestFinished(() => store.close());
  const held = new Map<string, { readonly organization: number; readonly role: string }>();
  await store.write({
    put: Array.from({ length: organizations }, (_, index) => ({
      entity: 'organization' as const,
      record: sampleRecord('organization', id('org', index), { membersCount: index % 5 }),
    })),
  });
  const step = fc.record({
    membership: fc.nat(memberships - 1),
    organization: fc.nat(organizations - 1),
    role: fc.constantFrom('org:admin', 'org:billing', 'org:member'),
    leaves: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(3), async (steps, atMost) => {
      for (const { membership, organization, role, leaves } of steps) {
        const member = id('orgmem', membership);
        if (leaves) {
          held.delete(member);
          await store.write({ remove: [{ entity: 'membership', id: RecordId.parse(member) }] });
          continue;
        }
        held.set(member, { organization, role });
        const organizationId = RecordId.parse(id('org', organization));
        const record = sampleRecord('membership', member, { organizationId, role });
        await store.write({ put: [{ entity: 'membership', record }] });
      }
      const elevated = ['org:admin', 'org:billing'];
      const admins = (index: number): number =>
        [...held.values()].filter(
          ({ organization, role }) => organization === index && elevated.includes(role),
        ).length;
      const few = Array.from({ length: organizations }, (_, index) => index)
        .filter((index) => index % 5 > 1 && admins(index) <= atMost)
        .sort((a, b) => (b % 5) - (a % 5) || b - a);
      const found = await store.few(
        PageQuery.parse({
          entity: 'organization',
          where: [{ field: 'membersCount', op: 'gt', value: 1 }],
          sort: { field: 'membersCount', direction: 'desc' },
          limit: 3,
        }),
        {
          entity: 'membership',
          by: 'organizationId',
          where: [{ field: 'role', op: 'in', value: elevated }],
          atMost,
        },
      );
      expect(found.rows.map((row) => row.id)).toEqual(few.slice(0, 3).map((index) => id('org', index)));
      expect(found.total).toBe(few.length);
    }),
    { numRuns: 40 },
  );
});

it('leaves nobody out whom a search hits, and counts only where that is asked for', async () => {
  const store = await openStore({ directory: await temporaryFolder(), key: 'd6'.repeat(32), now: Date.now });
  onTestFinished(() => store.close());
  const people = 10_500;
  const put = Array.from({ length: people }, (_, index) => ({
    entity: 'user' as const,
    record: sampleRecord('user', `user_${String(index).padStart(6, '0')}`, { name: `Somebody ${index}` }),
  }));
  await store.write({ put });
  const of = { entity: 'membership', by: 'userId', where: [], atMost: 0 } as const;
  const seen = new Set<string>();
  for (let after = ''; ; ) {
    const where = after === '' ? [] : [{ field: 'id', op: 'gt', value: after }];
    const sort = { field: 'id', direction: 'asc' };
    const asked = PageQuery.parse({ entity: 'user', text: 'somebody', where, sort, limit: 500 });
    const { rows, total } = await store.few(asked, of, false);
    expect(total).toBe(0);
    for (const { id } of rows) seen.add(id);
    if (rows.length < 500) break;
    after = rows.at(-1)?.id ?? '';
  }
  expect(seen.size).toBe(people);
  const all = await store.few(PageQuery.parse({ entity: 'user', text: 'somebody' }), of);
  expect(all).toMatchObject({ total: people, totalIsLowerBound: false });
});
