import { hitsKey } from '@main/findings/kept-findings';
import { expect, test } from 'vitest';
import { valueIn } from '../support/value-in';
import { startRig } from '../sync/sync-rig';
import { hitsOf, look, over } from './findings-rig';

test('a filter with a severity is a check of one’s own, tried like the rest and gone when it is taken out', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const rigged = over(store);
  const value = {
    title: 'Viewers',
    severity: 'critical',
    why: 'Nobody should.',
    entity: 'membership',
    where: 'role=org:viewer',
  };
  const write = (given: object) =>
    rigged.books.write({
      book: 'findingCheck',
      put: [{ id: 'viewers', value: given as never }],
      remove: [],
      by: '',
      why: '',
    });
  for (const wrong of [{ where: '' }, { where: 'rolle=x' }, { few: { figure: 'x', atMost: 1 } }])
    expect(await write({ ...value, ...wrong }), JSON.stringify(wrong)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  valueIn(await write(value));
  const viewers = await store.count('membership', [{ field: 'role', op: 'eq', value: 'org:viewer' }]);
  expect(viewers).toBeGreaterThan(0);
  expect(await look(rigged, 'own.viewers')).toMatchObject({
    total: viewers,
    check: { own: true, severity: 'critical' },
  });
  const crowded = { where: 'members>=20 and name exists', entity: 'organization' };
  valueIn(await write({ ...value, ...crowded }));
  await look(rigged, 'own.viewers');
  expect((await hitsOf(rigged, 'own.viewers'))[0]?.evidence).toContainEqual({
    label: 'Members',
    value: expect.any(Number),
    time: false,
  });
  valueIn(await write(value));
  await look(rigged, 'own.viewers');
  expect((await hitsOf(rigged, 'own.viewers'))[0]?.evidence).toEqual([
    { label: 'Role', value: 'org:viewer', time: false },
  ]);
  await rigged.books.write({ book: 'findingCheck', put: [], remove: ['viewers'], by: '', why: '' });
  const all = valueIn(await rigged.findings.tryAll());
  expect(all.outcomes.some(({ check }) => check.id === 'own.viewers')).toBe(false);
  expect(await store.meta(hitsKey('own.viewers'))).toBeNull();
});
