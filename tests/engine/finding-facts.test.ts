import { hitsKey } from '@main/findings/kept-findings';
import { createFacts } from '@main/findings/read-facts';
import type { RecordPut, Store } from '@main/store/store';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';
import { startReconcile } from '../reconcile/reconcile-rig';
import { adminRole, copied, member } from '../support/copied';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { openTempStore } from '../sync/sync-rig';
import { hitsOf, look, outcomeIn, over } from './findings-rig';

const day = 86_400_000;
const place = (id: string, values: Partial<RemoteRecord<'organization'>>) =>
  copied('organization', id, { name: id, ...values });
const subscription = (
  organizationId: string,
  id: string,
  values: Partial<RemoteRecord<'subscriptionItem'>>,
) => copied('subscriptionItem', id, { organizationId: RecordId.parse(organizationId), ...values });

/** A store with these records and no service. */
async function holding(...put: readonly RecordPut[]): Promise<Store> {
  const store = await openTempStore(await temporaryFolder());
  await store.write({ put });
  return store;
}

test('admins who cannot act are none, and members are those that are copied', async () => {
  const people = (['banned', 'locked', 'deprovisioned'] as const).map((bar) =>
    copied('user', `user_${bar}`, { name: bar, [bar]: true }),
  );
  const store = await holding(
    adminRole,
    copied('user', 'user_well', { name: 'Ada' }),
    ...people,
    place('org_barred', { membersCount: 4 }),
    ...['banned', 'locked', 'deprovisioned'].map((bar) => member('org_barred', `user_${bar}`)),
    member('org_barred', 'user_well', 'org:member'),
    place('org_well', { membersCount: 2 }),
    member('org_well', 'user_well'),
    member('org_well', 'user_banned'),
    // Of these the service counts more than are copied: nobody knows.
    place('org_part', { membersCount: 3 }),
    member('org_part', 'user_well', 'org:member'),
    place('org_empty', { membersCount: 0 }),
    place('org_unlike', { membersCount: 1 }),
    place('org_undated', { membersCount: 0, createdAt: 0 }),
  );
  const rigged = over(store);
  const all = valueIn(await rigged.findings.tryAll());
  const hits = async (check: string) => (await hitsOf(rigged, check)).map(({ recordId }) => recordId);
  expect(await hits('organization-without-admin')).toEqual(['org_barred']);
  expect((await hitsOf(rigged, 'organization-without-admin'))[0]?.evidence).toMatchObject([
    { label: 'Admins who can act', value: 0 },
    { label: 'Admins banned, locked or deprovisioned', value: 3 },
    { label: 'Members', value: 4 },
  ]);
  expect(await hits('organization-with-one-admin')).toEqual(['org_well']);
  expect(await hits('organization-without-members')).toEqual(['org_empty']);
  expect(outcomeIn(all, 'organization-without-admin').notKnown).toBe(2);
  expect(outcomeIn(all, 'organization-without-members').notKnown).toBe(2);
  const of = async (scope: string) => {
    const { state, notKnown } = outcomeIn(await rigged.findings.read(scope), 'organization-without-admin');
    return [state, notKnown];
  };
  expect(await of('org_barred')).toEqual(['found', 0]);
  expect(await of('org_part')).toEqual(['clear', 1]);
  expect(await of('org_well')).toEqual(['clear', 0]);
});

test('the newest subscription that holds decides the seats, whatever older ones say', async () => {
  const at = (days: number) => Date.now() - days * day;
  const store = await holding(
    ...['org_a', 'org_b', 'org_c'].map((id) => place(id, { maxAllowedMemberships: 50 })),
    subscription('org_a', 's1', { planName: 'Old', status: 'active', seats: 5, createdAt: at(90) }),
    subscription('org_a', 's2', { planName: 'New', status: 'active', seats: null, createdAt: at(1) }),
    subscription('org_b', 's3', { planName: 'Old', status: 'active', seats: 10, createdAt: at(90) }),
    subscription('org_b', 's4', { planName: 'Ended', status: 'ended', seats: 99, createdAt: at(1) }),
    subscription('org_c', 's5', { planName: 'Old', status: 'active', seats: 5, createdAt: at(90) }),
    subscription('org_c', 's6', { planName: 'New', status: 'past_due', seats: 60, createdAt: at(1) }),
  );
  const rigged = over(store);
  valueIn(await rigged.findings.tryAll());
  const hits = await hitsOf(rigged, 'seats-above-plan');
  expect(hits.map(({ recordId, fix }) => [recordId, fix])).toEqual([
    ['org_b', { verb: 'update', field: 'maxAllowedMemberships', value: 10, base: 50 }],
  ]);
});

test('who holds a role is counted as the service has it, whatever is staged', async () => {
  const rig = await startReconcile({ scale: 0.03 });
  const [billing, viewer] = ['org:billing', 'org:viewer'];
  const counts = async () => (await createFacts(rig.store, Date.now())('grants')).held;
  const held = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: billing }]);
  const before = await counts();
  expect(before.get(billing)).toBe(held.length);
  expect(held.length).toBeGreaterThan(0);
  await rig.stage(
    ...held.map(({ id }) => ({
      ...{ entity: 'membership' as const, recordId: id },
      action: { verb: 'update', field: 'role', value: viewer, base: billing } as const,
    })),
  );
  expect(await rig.store.count('membership', [{ field: 'role', op: 'eq', value: billing }])).toBe(0);
  expect(await counts()).toEqual(before);
});

test('a second factor that went off is found however much was seen since', async () => {
  const store = await holding(
    copied('user', 'user_off', { name: 'Off', twoFactorEnabled: false }),
    copied('user', 'user_busy', { name: 'Busy' }),
  );
  const entry = (recordId: string, field: string, before: boolean | string, after: boolean | string) => ({
    ...{ at: Date.now() - 3 * day, entity: 'user' as const, recordId: RecordId.parse(recordId) },
    ...{ organizationId: '', label: '', source: 'remote' as const, change: 'updated' as const },
    ...{ fields: [{ field, before, after }], intentId: '', requestId: '' },
  });
  await store.write({ history: [entry('user_off', 'twoFactorEnabled', true, false)] });
  for (let written = 0; written < 20_500; written += 500)
    await store.write({
      history: Array.from({ length: 500 }, () => entry('user_busy', 'firstName', 'a', 'b')),
    });
  const rigged = over(store);
  expect(await look(rigged, 'second-factor-off')).toMatchObject({ state: 'found', total: 1 });
});

test('a record behind the hits that are kept is found by its id, and counts once somebody answers for it', async () => {
  const many = Array.from({ length: 2_150 }, (_, index) => `orginv_${String(index).padStart(5, '0')}`);
  const store = await holding(
    ...many.map((id, index) =>
      copied('invitation', id, {
        email: `${id}@acme.com`,
        status: 'pending',
        organizationId: RecordId.parse(index % 50 === 49 ? 'org_few' : 'org_many'),
      }),
    ),
  );
  const rigged = over(store);
  const own = {
    title: 'Pending',
    severity: 'advice',
    why: 'x',
    entity: 'invitation',
    where: 'status=pending',
  };
  const write = async (book: 'findingCheck' | 'findingAcceptance', id: string, value: object) =>
    valueIn(
      await rigged.books.write({ book, put: [{ id, value: value as never }], remove: [], by: '', why: 'x' }),
    );
  await write('findingCheck', 'pending', own);
  valueIn(await rigged.findings.tryAll());
  for (const check of ['stale-invitation', 'own.pending']) {
    const kept = (await store.meta(hitsKey(check))) as readonly { readonly recordId: string }[];
    expect(kept).toHaveLength(2_000);
    const [beyond = ''] = many.filter((id) => !kept.some(({ recordId }) => recordId === id));
    const found = async (record: string) =>
      valueIn(await rigged.findings.hits({ check, record, scope: '', accepted: true, offset: 0, limit: 1 }))
        .hits;
    expect(await found(beyond)).toMatchObject([{ recordId: beyond }]);
    expect(await found('orginv_none')).toEqual([]);
    await write('findingAcceptance', `${check}.${beyond}`, { check, recordId: beyond, reason: 'Known' });
    const outcome = outcomeIn(valueIn(await rigged.findings.tryAll()), check);
    expect(outcome).toMatchObject({ total: many.length, accepted: 1 });
    // Of one organization all are counted and told, though they are not all among those that are kept.
    const few = many.filter((_, index) => index % 50 === 49);
    expect(outcomeIn(await rigged.findings.read('org_few'), check).total).toBe(few.length);
    const told = await hitsOf(rigged, check, true, 'org_few');
    expect(told.map(({ recordId }) => recordId).sort()).toEqual(few);
  }
});

test('where organizations are off in an instance for people, no check about them is listed', async () => {
  const store = await holding(copied('user', 'user_1', { name: 'Ada' }));
  const checksOver = async (more: Parameters<typeof over>[1]) =>
    valueIn(await over(store, more).findings.tryAll()).outcomes.map(({ check }) => check.id);
  const off = await checksOver({ scenario: 'b2c', organizations: false });
  const on = await checksOver({ scenario: 'b2c' });
  expect(on).toContain('organization-without-admin');
  expect(on.filter((id) => !off.includes(id))).toHaveLength(11);
  expect(off).toContain('second-factor-off');
  expect(off).not.toContain('organization-without-admin');
});
