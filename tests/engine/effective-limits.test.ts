import { randomUUID } from 'node:crypto';
import { createCapabilities } from '@main/engine/capabilities';
import { pageExtras } from '@main/engine/extras';
import { createStaging } from '@main/reconcile/staging/create-staging';
import { entitiesOf } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { expect, test } from 'vitest';
import { startProxied } from '../sync/proxied-rig';
import { startRig } from '../sync/sync-rig';

test('beside an organization stands the seat limit that counts, and whether default, plan or its own number says so', async () => {
  const { store, sweep, sandbox } = await startRig({ scale: 0.2 });
  await sweep();
  const rows = await store.list('organization', []);
  const extras = await pageExtras({ store, now: Date.now }, 'organization', rows);
  const sources = rows.map(({ id }) => extras[id]?.seatLimitSource);
  expect(new Set(sources)).toContain('override');
  for (const { id, maxAllowedMemberships: own } of rows) {
    const { defaultSeats, planSeats, seatLimit, seatLimitSource } = extras[id] ?? {};
    expect(defaultSeats).toBe(25);
    if (seatLimitSource === 'override') expect([own === 25, seatLimit]).toEqual([false, own]);
    else expect(seatLimit).toBe(seatLimitSource === 'plan' ? planSeats : 25);
  }
  const [one] = rows.filter(({ id }) => typeof extras[id]?.planSeats === 'number');
  if (one === undefined) throw new Error('No organization has a plan.');
  const path = `/organizations/${one.id}`;
  await sandbox.control.edit([{ call: { method: 'PATCH', path, body: { max_allowed_memberships: 25 } } }]);
  await sweep();
  const [now] = Object.values(
    await pageExtras(
      { store, now: Date.now },
      'organization',
      await store.list('organization', [{ field: 'id', op: 'eq', value: one.id }]),
    ),
  );
  expect(now).toMatchObject({ seatLimitSource: 'plan', seatLimit: extras[one.id]?.planSeats });
});

test('a default that is staged only is told beside the rows that it would hold for', async () => {
  const { store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const rows = await store.list('organization', []);
  const beside = async () =>
    (await pageExtras({ store, now: Date.now }, 'organization', rows))[rows[0]?.id ?? ''];
  expect(await beside()).toMatchObject({ defaultSeats: 25, defaultsStaged: {} });
  const field = 'values.max_allowed_memberships';
  const staging = createStaging({ store, now: Date.now, newId: randomUUID });
  const recordId = RecordId.parse('organization_settings');
  await staging.stage([{ entity: 'settings', recordId, action: { verb: 'update', field, value: 40 } }]);
  expect(await beside()).toMatchObject({ defaultSeats: 40, defaultsStaged: { [field]: 25 } });
});

test('plans that are not paid for are a capability, and no failure of the rest', async () => {
  const { rig, proxy } = await startProxied();
  const { store, sync } = rig;
  const capabilities = createCapabilities({ store, sync, entities: entitiesOf('b2b') });
  const errors = [{ code: 'billing_off', message: 'no', long_message: 'Billing is not on.' }];
  proxy.alter = ({ path }) => (path.startsWith('/billing/') ? { status: 402, body: { errors } } : undefined);
  await rig.sweep();
  expect(sync.status().freshness.kind).toBe('synced');
  expect(await capabilities.read()).toMatchObject({
    'list.plan': { state: 'unpaid' },
    'list.subscriptionItem': { state: 'unpaid' },
    'list.organization': { state: 'available' },
  });
  const [one] = await store.list('organization', []);
  const extras =
    one === undefined ? {} : (await pageExtras({ store, now: Date.now }, 'organization', [one]))[one.id];
  expect(extras).toMatchObject({ planName: null, planSeats: null });
});
