import { readGroups, readPage } from '@main/engine/queries';
import { peopleByRole } from '@main/engine/scoped';
import { type Condition, GroupQuery, PageQuery, type PageRequest } from '@shared/contract/page';
import { isElevated } from '@shared/domain/access';
import { EntityName } from '@shared/domain/entity';
import { matchesAll } from '@shared/domain/filter/matches';
import type { JsonObject } from '@shared/domain/json';
import { queryField } from '@shared/domain/query-field';
import { countedBeside, countedNames } from '@shared/domain/records/beside';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRig } from '../sync/sync-rig';

const alone: Condition = { field: 'organizations', op: 'eq', value: 0 };

test('people in no organization are counted, listed and searched over the copy, and none is in the scope of one', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const ask = (more: Partial<PageRequest> = {}) =>
    readPage(
      { store, now: Date.now },
      PageQuery.parse({ entity: 'user', where: [alone], limit: 500, ...more }),
    );
  const members = new Set((await store.list('membership', [])).map(({ userId }) => String(userId)));
  const expected = (await store.list('user', [])).filter(({ id }) => !members.has(id));
  const { rows, total } = await ask();
  expect(total).toBe(expected.length);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));

  const [somebody] = expected;
  const found = await ask({ text: somebody?.email ?? '' });
  expect(found.rows.map(({ id }) => id)).toContain(somebody?.id);
  expect(found.total).toBeLessThan(total);

  const [organization] = await store.list('organization', [], 1);
  const scope = organization?.id ?? '';
  expect((await ask({ scope })).total).toBe(0);
  const inside = await readPage({ store, now: Date.now }, PageQuery.parse({ entity: 'user', scope }));
  expect(inside.total).toBe(organization?.membersCount);
  const held = (await store.list('membership', [])).filter((each) => each.organizationId === scope);
  const counted = new Map((await peopleByRole(store, scope)).map(({ value, count }) => [value, count]));
  expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(held.length);
  for (const [role, count] of counted) expect(held.filter((each) => each.role === role)).toHaveLength(count);
  const roles = await readPage({ store, now: Date.now }, PageQuery.parse({ entity: 'role', scope }));
  expect(roles.total).toBe(await store.count('role'));
});

test('a directory is in the scope of the organization that its connection is of', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const directories = await store.list('directory', []);
  const connections = await store.list('enterpriseConnection', []);
  const ofOne = connections.find(
    ({ id, organizationId }) =>
      organizationId !== '' &&
      directories.some(({ enterpriseConnectionId }) => enterpriseConnectionId === id),
  );
  const asked = { entity: 'directory', scope: ofOne?.organizationId ?? 'none' } as const;
  const { rows } = await readPage({ store, now: Date.now }, PageQuery.parse(asked));
  const own = new Set<string>(
    connections.filter(({ organizationId }) => organizationId === asked.scope).map(({ id }) => id),
  );
  const expected = directories.filter(({ enterpriseConnectionId }) => own.has(enterpriseConnectionId));
  expect(expected.length).toBeGreaterThan(0);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  const [other] = await store.list('organization', [{ field: 'id', op: 'ne', value: asked.scope }], 1);
  const elsewhere = { ...asked, scope: other?.id ?? '' };
  expect((await readPage({ store, now: Date.now }, PageQuery.parse(elsewhere))).total).toBeLessThan(
    directories.length,
  );
});

/** Conditions on a figure, in every way that a number is compared, joined in every way with those on a field. */
const figureConditions = (figure: string, other: Condition): fc.Arbitrary<Condition> => {
  const number = fc.nat(4);
  const own = fc.oneof(
    fc
      .tuple(fc.constantFrom('eq', 'ne', 'gt', 'gte', 'lt', 'lte'), number)
      .map(([op, value]) => ({ field: figure, op, value }) as Condition),
    fc
      .tuple(fc.constantFrom('in', 'nin', 'between'), number, number)
      .map(([op, a, b]) => ({ field: figure, op, value: [a, b] }) as Condition),
  );
  return fc.oneof(
    own,
    fc.tuple(own, own).map((of) => ({ any: of })),
    own.map((each) => ({ all: [each, other] })),
    own.map((each) => ({ any: [other, each] })),
    own.map((each) => ({ none: [each, { none: [other] }] })),
  );
};

test('what is counted beside rows is compared, joined and grouped by as fields are, and as a count of all records has it', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const parts = { store, now: Date.now };
  const elevated = (await store.list('role', [])).filter(({ permissionKeys }) => isElevated(permissionKeys));
  const isAdmin = (role: string): boolean => elevated.some(({ key }) => key === role);
  const [memberships, invitations, organizations] = await Promise.all([
    store.list('membership', []),
    store.list('invitation', []),
    store.list('organization', []),
  ]);
  const isNamed = { field: 'name', op: 'contains', value: 'e' } as const;
  const counted: readonly [EntityName, string, (id: string, key: string) => number][] = [
    ['user', 'organizations', (id) => memberships.filter(({ userId }) => userId === id).length],
    ['organization', 'members', (id) => memberships.filter((each) => each.organizationId === id).length],
    [
      'organization',
      'admins',
      (id) => memberships.filter((each) => each.organizationId === id && isAdmin(each.role)).length,
    ],
    [
      'organization',
      'invited',
      (id) =>
        invitations.filter((each) => each.organizationId === id && String(each.status) === 'pending').length,
    ],
    [
      'roleSet',
      'organizations',
      (_, key) => organizations.filter(({ roleSetKey }) => roleSetKey === key).length,
    ],
  ];
  for (const [entity, figure, count] of counted) {
    const rows = (await store.list(entity, [])).map((row): JsonObject & { readonly id: string } => ({
      ...row,
      [figure]: count(row.id, 'key' in row ? String(row.key) : ''),
    }));
    expect(new Set(rows.map((row) => row[figure])).size, figure).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(figureConditions(figure, isNamed), async (condition) => {
        const query = PageQuery.parse({ entity, where: [condition], limit: 500 });
        const page = await readPage(parts, query);
        const expected = rows.filter((row) => matchesAll([condition], row));
        expect(page.rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        expect(page.total).toBe(expected.length);
        const groups = await readGroups(parts, GroupQuery.parse({ query, field: figure }));
        const tally = new Map<unknown, number>();
        for (const row of expected) tally.set(row[figure], (tally.get(row[figure]) ?? 0) + 1);
        expect(new Map(groups.groups.map(({ value, count: many }) => [value, many]))).toEqual(tally);
      }),
      { numRuns: 40 },
    );
  }
});

test('no figure beside rows has the name of a field, which it would hide', () => {
  for (const entity of EntityName.options)
    for (const name of countedNames(entity)) expect(queryField(entity, name), `${entity}.${name}`).toBeNull();
  expect(countedBeside('user', 'constructor')).toBeNull();
});
