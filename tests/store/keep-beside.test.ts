import { keepers, keptRows } from '@main/store/keep-beside';
import { openStore } from '@main/store/open-store';
import type { RecordPut, Store, StoreChange, WriteBatch } from '@main/store/store';
import { writeField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleRecord } from './sample-records';
import { faultyDriver } from './sqlite-storage/faulty-driver';

let store: Store;
const disk = faultyDriver();

beforeEach(async () => {
  disk.disarm();
  const { driver } = disk;
  store = await openStore({
    directory: await temporaryFolder(),
    key: 'a1'.repeat(32),
    now: Date.now,
    driver,
  });
  onTestFinished(() => store.close());
});

const seats = (count: number): RecordPut => ({
  entity: 'settings',
  record: writeField(
    sampleRecord('settings', 'organization_settings'),
    'values.max_allowed_memberships',
    count,
  ),
});
const org = (id: string, maxAllowedMemberships = 25): RecordPut => ({
  entity: 'organization',
  record: sampleRecord('organization', id, { maxAllowedMemberships }),
});
const sourceOf = async (id: string) => (await store.get('organization', RecordId.parse(id)))?.seatLimitSource;

test('rows that came while another default held follow the one that comes back', async () => {
  await store.write({ put: [seats(25)] });
  await store.write({ put: [org('org_1')] });
  await store.write({ put: [seats(25)] });
  await store.write({ remove: [{ entity: 'organization', id: RecordId.parse('org_1') }] });
  await store.write({ put: [seats(40)] });
  await store.write({ put: [org('org_2')] });
  expect(await sourceOf('org_2')).toBe('override');
  await store.write({ put: [seats(25)] });
  expect(await sourceOf('org_2')).toBe('default');
});

test('a subscription that changes nothing of its organization leaves its row alone', async () => {
  await store.write({ put: [seats(25), org('org_1')] });
  const told: StoreChange[] = [];
  store.subscribe((change) => told.push(change));
  const organizationId = RecordId.parse('org_1');
  const item = sampleRecord('subscriptionItem', 'item_1', { organizationId, status: 'active' });
  await store.write({ put: [{ entity: 'subscriptionItem', record: item }] });
  expect(told.map(({ entities }) => [...entities])).toEqual([['subscriptionItem']]);
  await store.write({
    put: [{ entity: 'subscriptionItem', record: { ...item, seats: 7 } }],
  });
  expect(await sourceOf('org_1')).toBe('plan');
});

test('of two subscriptions of one moment the same one counts, in whatever order they are written and read', async () => {
  const organizationId = RecordId.parse('org_1');
  const item = (id: string, seats: number | null): RecordPut => ({
    entity: 'subscriptionItem',
    record: sampleRecord('subscriptionItem', id, { organizationId, status: 'active', createdAt: 5, seats }),
  });
  await store.write({ put: [seats(25), org('org_1')] });
  for (const first of ['item_1', 'item_2']) {
    for (const id of ['item_1', 'item_2'])
      await store.write({ remove: [{ entity: 'subscriptionItem', id: RecordId.parse(id) }] });
    for (const id of [first, first === 'item_1' ? 'item_2' : 'item_1'])
      await store.write({ put: [item(id, id === 'item_1' ? 7 : null)] });
    expect(await sourceOf('org_1')).toBe('default');
  }
});

test('rows that a full disk kept out of step are told in the log; the write stands, and a later one brings them into step', async () => {
  await store.write({ put: [seats(25), org('org_1')] });
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => told.mockRestore());
  disk.disarm();
  await store.write({ put: [seats(30)] });
  const calls = disk.calls;
  expect(told).not.toHaveBeenCalled();
  // The last call of all is the commit of the rows that follow.
  disk.arm('SQLITE_FULL', calls - 1);
  await store.write({ put: [seats(25)] });
  disk.disarm();
  expect(told.mock.calls.map(([line]) => String(line))).toEqual([
    expect.stringMatching(
      /^Keeping what rows of organization repeat of others was left undone\. .*SQLITE_FULL/,
    ),
  ]);
  expect(await sourceOf('org_1')).toBe('override');
  await store.write({ put: [seats(25)] });
  expect(await sourceOf('org_1')).toBe('default');
});

const orgId = fc.constantFrom('org_1', 'org_2', 'org_3').map((id) => RecordId.parse(id));
const itemId = fc.constantFrom('item_1', 'item_2', 'item_3').map((id) => RecordId.parse(id));
const puts: fc.Arbitrary<RecordPut> = fc.oneof(
  fc.constantFrom(25, 40).map(seats),
  fc.tuple(orgId, fc.constantFrom(0, 9, 25, 40)).map(([id, own]) => org(id, own)),
  fc
    .record({
      id: itemId,
      organizationId: orgId,
      status: fc.constantFrom('active', 'ended'),
      seats: fc.constantFrom(null, 0, 7),
      createdAt: fc.nat(9),
    })
    .map(({ id, ...values }) => ({
      entity: 'subscriptionItem' as const,
      record: sampleRecord('subscriptionItem', id, values),
    })),
);
const removes: fc.Arbitrary<NonNullable<WriteBatch['remove']>[number]> = fc.oneof(
  orgId.map((id) => ({ entity: 'organization' as const, id })),
  itemId.map((id) => ({ entity: 'subscriptionItem' as const, id })),
  fc.constant({ entity: 'settings' as const, id: RecordId.parse('organization_settings') }),
);

test('whatever is written in whatever order, each row keeps what follows from what the store then holds', async () => {
  const batch = fc.record({
    put: fc.array(puts, { maxLength: 4 }),
    remove: fc.array(removes, { maxLength: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 8 }), async (batches) => {
      for (const each of batches) {
        await store.write(each);
        for (const keeper of keepers) {
          const rows = await store.list(keeper.entity, []);
          expect(rows).toEqual(await keptRows(store, keeper, rows));
        }
      }
    }),
    // The store goes on from run to run: a smaller example would begin elsewhere.
    { numRuns: 60, endOnFailure: true },
  );
}, 30_000);
