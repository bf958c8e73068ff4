import { expect, test } from 'vitest';
import { storedState } from './stored-state';
import { connect, startRig } from './sync-rig';

test('an instance without organizations syncs its people; the lists it refuses count as empty', async () => {
  const { sandbox, store, sync, sweep } = await startRig({ world: 'lumen', scale: 0.02 });
  await sweep();
  const { rows } = await sandbox.control.state();
  expect(await store.count('user')).toBe(Object.values(rows)[0]?.users);
  expect(await store.count('organization')).toBe(0);
  expect(sync.status().collections.map(({ phase, failure }) => [phase, failure])).toEqual(
    sync.status().collections.map(() => ['done', null]),
  );
  const refused = (await sandbox.control.requests()).filter(({ status }) => status === 403);
  expect(new Set(refused.map(({ path }) => path.split('?')[0]))).toEqual(
    new Set([
      '/organizations',
      '/organization_memberships',
      '/organization_roles',
      '/organization_permissions',
      '/organization_invitations',
      '/organization_domains',
      '/role_sets',
    ]),
  );
});

test('organizations switched off later are neither a failure nor a deletion', async () => {
  const { sandbox, store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const before = await storedState(store);
  await sandbox.control.edit([
    { call: { method: 'PATCH', path: '/instance/organization_settings', body: { enabled: false } } },
  ]);
  await sweep();
  const { rows, history } = await storedState(store);
  expect(Object.keys(rows)).toEqual(Object.keys(before.rows));
  expect(history.map(({ entity }) => entity)).toEqual(['settings']);
});

test('any other 403 is a failure, not an empty list', async () => {
  const { sandbox } = await startRig({ scale: 0.02 });
  await sandbox.control.addFault({ kind: 'status', status: 403, match: { path: '^/organizations$' } });
  const page = await connect(sandbox).fetchPage('organization', { offset: 0, limit: 10 });
  expect(page).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
});
