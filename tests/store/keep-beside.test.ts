import { openStore } from '@main/store/open-store';
import type { RecordPut, Store, StoreChange } from '@main/store/store';
import { writeField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleRecord } from './sample-records';

let store: Store;

beforeEach(async () => {
  store = await openStore({ directory: await temporaryFolder(), key: 'a1'.repeat(32), now: Date.now });
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
const org = (id: string): RecordPut => ({
  entity: 'organization',
  record: sampleRecord('organization', id, { maxAllowedMemberships: 25 }),
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
