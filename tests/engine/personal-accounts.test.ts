import { fewOf } from '@main/cli/parse-where';
import { readPage } from '@main/engine/queries';
import { peopleByRole } from '@main/engine/scoped';
import { PageQuery, type PageRequest } from '@shared/contract/page';
import { expect, test } from 'vitest';
import { startRig } from '../sync/sync-rig';

const few = { figure: 'organizations', atMost: 0 };

test('people in no organization are counted, listed and searched over the copy, and none is in the scope of one', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const ask = (more: Partial<PageRequest> = {}) =>
    readPage({ store, now: Date.now }, PageQuery.parse({ entity: 'user', few, limit: 500, ...more }));
  const members = new Set((await store.list('membership', [])).map(({ userId }) => String(userId)));
  const alone = (await store.list('user', [])).filter(({ id }) => !members.has(id));
  const { rows, total } = await ask();
  expect(total).toBe(alone.length);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(alone.map(({ id }) => id)));

  const [somebody] = alone;
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

test('what is counted beside a row is asked for as fields are: none, or at most so many', () => {
  expect(fewOf('user', ['banned=true', 'organizations=0'])).toEqual({ few, rest: ['banned=true'] });
  expect(fewOf('organization', ['admins<=1']).few).toEqual({ figure: 'admins', atMost: 1 });
  expect(fewOf('user', ['organizations=3']).few).toBeUndefined();
  expect(fewOf('user', ['name=0']).few).toBeUndefined();
  expect(PageQuery.safeParse({ entity: 'user', few: { figure: 'constructor', atMost: 0 } }).success).toBe(
    false,
  );
});
