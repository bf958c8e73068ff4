import { randomUUID } from 'node:crypto';
import { createAudit } from '@main/audit/create-audit';
import { createCapabilities } from '@main/engine/capabilities';
import { pageExtras } from '@main/engine/extras';
import { createStaging } from '@main/reconcile/staging/create-staging';
import type { Store } from '@main/store/store';
import { type Condition, type Filter, PageQuery } from '@shared/contract/page';
import { entitiesOf } from '@shared/domain/entity';
import { writeField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import { expect, test, vi } from 'vitest';
import { sampleHistory, sampleRecord } from '../store/sample-records';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { startProxied } from '../sync/proxied-rig';
import { openTempStore, startRig } from '../sync/sync-rig';

test('since when stands beside a page of rows by one read of history, and by more only where one row fills it', async () => {
  const store = await openTempStore(await temporaryFolder());
  const rows = ['dmn_1', 'dmn_2', 'dmn_3'].map((id) => sampleRecord('domain', id));
  const change = (recordId: string, field: string, at: number) =>
    sampleHistory(recordId, {
      entity: 'domain',
      at,
      fields: [{ field, before: 'failed', after: 'complete' }],
    });
  await store.write({
    history: [change('dmn_1', 'dns', 10), change('dmn_2', 'ssl', 20), change('dmn_1', 'dns', 30)],
  });
  let reads = 0;
  const counting: Store = {
    ...store,
    history: (query) => {
      reads += 1;
      return store.history(query);
    },
  };
  const extras = () => pageExtras({ store: counting, now: Date.now }, 'domain', rows);
  expect(await extras()).toMatchObject({
    dmn_1: { dnsSince: 30, sslSince: null },
    dmn_2: { dnsSince: null, sslSince: 20, mailSince: null },
    dmn_3: { dnsSince: null },
  });
  expect(reads).toBe(1);
  const busy = Array.from({ length: 300 }, (_, at) => change('dmn_3', 'mail', 100 + at));
  await store.write({ history: busy });
  expect(await extras()).toMatchObject({ dmn_1: { dnsSince: 30 }, dmn_3: { mailSince: 399 } });
});

const rowsOf = (store: Store) => store.list('organization', []);
const settingsId = RecordId.parse('organization_settings');
const page = { text: '', offset: 0, limit: 500 } as const;

test('an organization keeps the seat limit that counts, and whether default, plan or its own number says so: sorted and filtered by', async () => {
  const { store, sweep, sandbox } = await startRig({ scale: 0.2 });
  await sweep();
  const rows = await rowsOf(store);
  const extras = await pageExtras({ store, now: Date.now }, 'organization', rows);
  expect(new Set(rows.map((row) => row.seatLimitSource))).toEqual(new Set(['plan', 'override']));
  for (const { id, maxAllowedMemberships: own, seatLimit, seatLimitSource } of rows) {
    const { defaultSeats, planSeats } = extras[id] ?? {};
    expect(defaultSeats).toBe(25);
    if (seatLimitSource === 'override') expect([own === 25, seatLimit]).toEqual([false, own]);
    else expect(seatLimit).toBe(seatLimitSource === 'plan' ? planSeats : 25);
  }
  const sort = { field: 'seatLimit', direction: 'asc' } as const;
  const where: Filter[] = [{ field: 'seatLimitSource', op: 'eq', value: 'plan' }];
  const asked = await store.page({ entity: 'organization', ...page, sort, where });
  const byPlan = rows.filter((row) => row.seatLimitSource === 'plan').map((row) => row.seatLimit);
  expect(asked.rows.map((row) => Reflect.get(row, 'seatLimit'))).toEqual(
    byPlan.sort((a, b) => Number(a) - Number(b)),
  );
  const [one] = rows.filter(({ id }) => typeof extras[id]?.planSeats === 'number');
  if (one === undefined) throw new Error('No organization has a plan.');
  const path = `/organizations/${one.id}`;
  await sandbox.control.edit([{ call: { method: 'PATCH', path, body: { max_allowed_memberships: 25 } } }]);
  await sweep();
  const now = await store.get('organization', one.id);
  expect(now).toMatchObject({ seatLimitSource: 'plan', seatLimit: extras[one.id]?.planSeats });
  // Its plan ends: the row of the organization is written anew with it.
  const items = await store.list('subscriptionItem', [{ field: 'organizationId', op: 'eq', value: one.id }]);
  const ended = items.map((record) => ({
    entity: 'subscriptionItem' as const,
    record: { ...record, status: 'ended' },
  }));
  await store.write({ put: ended });
  expect(await store.get('organization', one.id)).toMatchObject({
    seatLimitSource: 'default',
    seatLimit: 25,
  });
});

test('of thousands of rows those that a new default concerns are written anew, also when that was cut off', async () => {
  const { store, sweep, sync, directory } = await startRig({ scale: 0.02 });
  await sweep();
  const [like] = await rowsOf(store);
  const settings = await store.get('settings', settingsId);
  if (like === undefined || settings === null) throw new Error('Nothing was copied.');
  const many = Array.from({ length: 3_200 }, (_, index) => ({
    entity: 'organization' as const,
    record: { ...like, id: RecordId.parse(`org_kept_${index}`), maxAllowedMemberships: 25 },
  }));
  await store.write({ put: many });
  const sources = async (of: Store) =>
    Object.fromEntries(
      (await of.facets({ entity: 'organization', ...page, where: [] }, 'seatLimitSource')).map(
        ({ value, count }) => [String(value), count],
      ),
    );
  const before = await sources(store);
  const put = [
    { entity: 'settings' as const, record: writeField(settings, 'values.max_allowed_memberships', 40) },
  ];
  await store.write({ put });
  await sync.stop();
  await store.close();
  const again = await openTempStore(directory);
  await vi.waitFor(async () => expect((await sources(again)).default ?? 0).toBe(0));
  expect(before.default).toBeGreaterThan(3_000);
  expect(
    (await again.list('organization', [{ field: 'seatLimit', op: 'eq', value: 25 }])).length,
  ).toBeGreaterThanOrEqual(3_200);
});

test('of a past moment the limit that counted is not told, and a table of then is neither sorted nor filtered by it', async () => {
  const { store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const audit = createAudit({ store, now: Date.now });
  await audit.completeAt(1);
  const asked = PageQuery.parse({ entity: 'organization', limit: 1 });
  const then = await audit.page(asked, Date.now());
  expect(then.ok && then.value.rows).toMatchObject([{ seatLimit: null, seatLimitSource: 'unknown' }]);
  const by: Condition = { any: [{ field: 'seatLimit', op: 'eq', value: 25 }] };
  const refused = [
    await audit.page({ ...asked, sort: { field: 'seatLimitSource', direction: 'asc' } }, Date.now()),
    await audit.page({ ...asked, where: [by] }, Date.now()),
  ];
  expect(refused.map((answer) => (answer.ok ? '' : answer.error.message))).toEqual([
    '“Seat limit from” follows from other records and is not told of a past moment.',
    '“Seat limit that counts” follows from other records and is not told of a past moment.',
  ]);
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
  await staging.stage([
    { entity: 'settings', recordId: settingsId, action: { verb: 'update', field, value: 40 } },
  ]);
  expect(await beside()).toMatchObject({ defaultSeats: 40, defaultsStaged: { [field]: 25 } });
  // What one holds of its own is what new ones get, if that is made the default: its limit is no longer set for it.
  const own = (await rowsOf(store)).find((row) => row.maxAllowedMemberships > 0);
  const value = own?.maxAllowedMemberships ?? 0;
  const source = async () => (await rowsOf(store)).find((row) => row.id === own?.id)?.seatLimitSource;
  expect(await source()).toBe('override');
  await staging.stage([
    { entity: 'settings', recordId: settingsId, action: { verb: 'update', field, value } },
  ]);
  expect(['default', 'plan']).toContain(await source());
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
