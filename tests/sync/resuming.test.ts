import { expect, test } from 'vitest';
import { tempDirectory } from '../store/temp-directory';
import { beginSync, connect, openTempStore, startWorld, sweepOnce, until } from './sync-rig';

test('a sweep broken off long ago is finished and followed by a new one: nothing seen then counts as seen now', async () => {
  const sandbox = await startWorld();
  const store = await openTempStore(await tempDirectory());
  let passed = 0;
  const sync = beginSync({ store, port: connect(sandbox), now: () => Date.now() + passed });
  await sweepOnce(sync);
  await sandbox.control.addFault({ kind: 'status', status: 403, match: { path: '^/users' } });
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'failed');
  const [organization] = await store.list('organization', [], 1);
  if (organization === undefined) throw new Error('the world has organizations');
  await sandbox.control.edit([{ organization: organization.id, set: { name: 'Renamed meanwhile' } }]);
  passed = 3_600_000;
  await sweepOnce(sync);
  expect(await store.get('organization', organization.id)).toMatchObject({ name: 'Renamed meanwhile' });
});
