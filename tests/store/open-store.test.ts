import { historyHash } from '@main/store/history-chain';
import { openStore } from '@main/store/open-store';
import type { Store, StoreChange } from '@main/store/store';
import { PageQuery } from '@shared/contract/page';
import { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleHistory, sampleIntent, sampleRecord } from './sample-records';

const key = 'a1'.repeat(32);
let directory: string;
let store: Store;

const open = async (): Promise<Store> => {
  const opened = await openStore({ directory, key, now: Date.now });
  onTestFinished(() => opened.close());
  return opened;
};

beforeEach(async () => {
  directory = await temporaryFolder();
  store = await open();
});

const put = (entity: 'organization' | 'membership', id: string, values: object) =>
  ({ entity, record: sampleRecord(entity, id, values) }) as const;

test('what was written is there after the database was closed and opened again', async () => {
  await store.write({
    put: [put('organization', 'org_1', { name: 'Acme' })],
    intents: [sampleIntent(1)],
    history: [sampleHistory('org_1')],
    meta: { cursor: { offset: 500 } },
  });
  await store.close();
  const again = await open();
  expect(await again.get('organization', RecordId.parse('org_1'))).toEqual(
    sampleRecord('organization', 'org_1', { name: 'Acme' }),
  );
  expect(await again.intents()).toEqual([sampleIntent(1)]);
  expect(await again.meta('cursor')).toEqual({ offset: 500 });
  expect((await again.history({ limit: 10 })).map(({ seq }) => seq)).toEqual([1]);
});

test('a search that is to be prepared later holds up no closing', async () => {
  const prepared = store.prepareSearch(3_600_000);
  await store.close();
  await prepared;
});

test('roles and permissions share a collection and are never mixed up', async () => {
  await store.write({
    put: [
      { entity: 'role', record: sampleRecord('role', 'role_1', { key: 'org:admin' }) },
      { entity: 'permission', record: sampleRecord('permission', 'perm_1', { key: 'org:a:b' }) },
    ],
  });
  expect(await store.list('role', [])).toEqual([sampleRecord('role', 'role_1', { key: 'org:admin' })]);
  expect(await store.count('permission')).toBe(1);
  expect(await store.ids('permission')).toEqual(['perm_1']);
  await store.write({ remove: [{ entity: 'permission', id: RecordId.parse('perm_1') }] });
  expect([await store.count('permission'), await store.count('role')]).toEqual([0, 1]);
});

test('a page filters, sorts, searches and counts', async () => {
  await store.write({
    put: Array.from({ length: 30 }, (_, index) =>
      put('membership', `orgmem_${index}`, {
        userName: `Person ${String(index).padStart(2, '0')}`,
        role: index % 3 === 0 ? 'org:admin' : 'org:member',
      }),
    ),
  });
  const page = await store.page(
    PageQuery.parse({
      entity: 'membership',
      where: [{ field: 'role', op: 'eq', value: 'org:admin' }],
      sort: { field: 'userName', direction: 'desc' },
      offset: 1,
      limit: 2,
    }),
  );
  expect(page.total).toBe(10);
  expect(page.rows.map((row) => row.id)).toEqual(['orgmem_24', 'orgmem_21']);
  const found = await store.page(PageQuery.parse({ entity: 'membership', text: 'person 07' }));
  expect(found.rows.map((row) => row.id)).toEqual(['orgmem_7']);
  expect(await store.facets(PageQuery.parse({ entity: 'membership' }), 'role')).toEqual([
    { value: 'org:member', count: 20 },
    { value: 'org:admin', count: 10 },
  ]);
});

test('rows that are equal by the first key are sorted by the next one, with a text too', async () => {
  await store.write({
    put: ['b', 'a', 'c'].flatMap((name) =>
      ['org:member', 'org:admin'].map((role) =>
        put('membership', `orgmem_${name}_${role}`, { userName: `Person ${name}`, role }),
      ),
    ),
  });
  const asked = {
    entity: 'membership',
    sort: { field: 'role', direction: 'asc' },
    thenBy: [{ field: 'userName', direction: 'desc' }],
    offset: 1,
    limit: 4,
  };
  const ids = ['orgmem_b_org:admin', 'orgmem_a_org:admin', 'orgmem_c_org:member', 'orgmem_b_org:member'];
  for (const text of ['', 'person']) {
    const page = await store.page(PageQuery.parse({ ...asked, text }));
    expect(page.rows.map((row) => row.id)).toEqual(ids);
  }
  const odd = PageQuery.safeParse({ entity: 'membership', thenBy: [{ field: 'no', direction: 'asc' }] });
  expect(odd.success).toBe(false);
});

test('a removed record is gone, and may come back', async () => {
  const record = put('organization', 'org_1', { name: 'Acme' });
  await store.write({ put: [record] });
  await store.write({ remove: [{ entity: 'organization', id: record.record.id }] });
  expect(await store.get('organization', record.record.id)).toBeNull();
  expect(await store.count('organization')).toBe(0);
  await store.write({ put: [record] });
  expect(await store.get('organization', record.record.id)).toEqual(record.record);
});

test('history is numbered and chained in the order of writing, also across a restart', async () => {
  await store.write({ history: [sampleHistory('org_1'), sampleHistory('org_2')] });
  await store.close();
  const again = await open();
  await again.write({ history: [sampleHistory('org_1')] });
  const entries = [...(await again.history({ limit: 10 }))].reverse();
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  let previousHash = '';
  for (const { hash, ...entry } of entries) {
    expect(entry.previousHash).toBe(previousHash);
    expect(historyHash(entry)).toBe(hash);
    previousHash = hash;
  }
  const ofOne = await again.history({ recordId: RecordId.parse('org_1'), limit: 10, beforeSeq: 3 });
  expect(ofOne.map(({ seq }) => seq)).toEqual([1]);
});

test('intents are found by state, record and id, in the order of staging', async () => {
  await store.write({
    intents: [
      sampleIntent(2),
      sampleIntent(1, { recordId: RecordId.parse('orgmem_9') }),
      sampleIntent(3, { state: 'applied', closedAt: 5 }),
    ],
  });
  const seqs = async (query: Parameters<Store['intents']>[0]) =>
    (await store.intents(query)).map(({ seq }) => seq);
  expect(await seqs({ states: openStates })).toEqual([1, 2]);
  expect(await seqs({ recordIds: [RecordId.parse('orgmem_1')] })).toEqual([2, 3]);
  expect(await seqs({ ids: [sampleIntent(3).id] })).toEqual([3]);
  expect(await seqs({ limit: 1 })).toEqual([1]);
});

test('a plan reads what the write before it wrote, and nobody writes in between', async () => {
  const id = RecordId.parse('org_1');
  const grow = () =>
    store.write(async () => {
      const before = await store.get('organization', id);
      return { put: [put('organization', id, { membersCount: (before?.membersCount ?? 0) + 1 })] };
    });
  await Promise.all(Array.from({ length: 20 }, grow));
  expect((await store.get('organization', id))?.membersCount).toBe(20);
});

test('a plan that throws writes nothing and does not stop the writes after it', async () => {
  const failing = store.write(async () => {
    throw new Error('planned to fail');
  });
  await expect(failing).rejects.toThrow('planned to fail');
  await store.write({ meta: { a: 1 } });
  expect(await store.meta('a')).toBe(1);
});

test('subscribers hear after the commit what changed', async () => {
  const heard: StoreChange[] = [];
  const end = store.subscribe((change) => heard.push(change));
  await store.write({ put: [put('organization', 'org_1', {})], intents: [sampleIntent(1)] });
  end();
  await store.write({ meta: { a: 1 } });
  expect(heard).toEqual([
    { entities: new Set(['organization']), intents: true, history: false, changeSets: false, meta: [] },
  ]);
});

test('another opener of the same workspace is refused, in this process too', async () => {
  await expect(openStore({ directory, key, now: Date.now })).rejects.toMatchObject({ code: 'locked' });
  await store.write({ meta: { a: 1 } });
  expect(await store.meta('a')).toBe(1);
});

test('a wrong key is refused and touches nothing', async () => {
  await store.write({ meta: { a: 1 } });
  await store.close();
  await expect(openStore({ directory, key: 'b2'.repeat(32), now: Date.now })).rejects.toMatchObject({
    code: 'wrong-key',
  });
  const again = await open();
  expect(await again.meta('a')).toBe(1);
});
