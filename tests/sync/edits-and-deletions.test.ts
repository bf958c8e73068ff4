import type { Sandbox } from '@main/sandbox/start-sandbox';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';
import { stageRole } from './stored-state';
import { startRig, sweepOnce, until } from './sync-rig';

type Membership = StoredRecord<'membership'>;

const pathOf = ({ organizationId, userId }: Membership): string =>
  `/organizations/${organizationId}/memberships/${userId}`;

async function change(sandbox: Sandbox, row: Membership, method: 'PATCH' | 'DELETE', body?: object) {
  const [answer] = await sandbox.control.edit([{ call: { method, path: pathOf(row), body } }]);
  expect(answer?.status).toBe(200);
}

test('a sweep never overwrites an open intent: the row shows the edit, the base beneath is the service’s', async () => {
  const { sandbox, store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const row = await stageRole(store, 'org:billing');
  const [intent] = await store.intents();
  await change(sandbox, row, 'PATCH', { role: 'org:viewer' });
  await sweep();
  expect(await store.get('membership', row.id)).toMatchObject({
    role: 'org:billing',
    server: { role: 'org:viewer' },
    state: 'pending',
  });
  expect(await store.intents()).toEqual([intent]);
  expect(await store.history({ recordId: row.id, limit: 5 })).toMatchObject([
    { source: 'remote', change: 'updated', fields: [{ field: 'role', after: 'org:viewer' }, {}, {}] },
  ]);
});

test('a record that left the list is asked for by id before it is removed, and history tells', async () => {
  const { sandbox, store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const [row] = await store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (row === undefined) throw new Error('the world has members');
  await change(sandbox, row, 'DELETE');
  await sweep();
  expect(await store.get('membership', row.id)).toBeNull();
  expect(await store.history({ limit: 5 })).toMatchObject([{ recordId: row.id, change: 'deleted' }]);
  const looks = (await sandbox.control.requests()).filter(
    ({ method, path }) =>
      method === 'GET' && path.startsWith(`/organizations/${row.organizationId}/memberships`),
  );
  expect(looks).toHaveLength(1);
});

test('a list that leaves a record out deletes nothing', async () => {
  let hidden = '';
  const { store, sweep } = await startRig(
    { scale: 0.02 },
    {
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (hidden === '' || !String(url).includes('/organization_memberships?')) return response;
        const body = (await response.json()) as { data: { id: string }[]; total_count: number };
        const data = body.data.filter(({ id }) => id !== hidden);
        return Response.json({ data, total_count: body.total_count - 1 });
      },
    },
  );
  await sweep();
  const [row] = await store.list('membership', [], 1);
  hidden = String(row?.id);
  await sweep();
  expect(await store.list('membership', [], 1)).toEqual([row]);
  expect(await store.history({ limit: 5 })).toEqual([]);
});

test('a confirming look that fails deletes nothing; the next sweep does', async () => {
  const { sandbox, store, sync, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const row = (await store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1))[0];
  if (row === undefined) throw new Error('the world has members');
  await change(sandbox, row, 'DELETE');
  const match = { path: '^/organizations/[^/]+/memberships$' };
  await sandbox.control.addFault({ kind: 'status', status: 500, match, times: 5 });
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'failed');
  expect(await store.get('membership', row.id)).toEqual(row);
  await sweepOnce(sync);
  expect(await store.get('membership', row.id)).toBeNull();
});

test('a record deleted on the service under an open intent stays, as gone, with its intent', async () => {
  const { sandbox, store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const row = await stageRole(store);
  const [intent] = await store.intents();
  await change(sandbox, row, 'DELETE');
  await sweep();
  await sweep();
  expect(await store.get('membership', row.id)).toMatchObject({ state: 'gone', userName: row.userName });
  expect(await store.intents()).toEqual([intent]);
});
