import { expect, test } from 'vitest';
import { faultyDriver } from '../store/sqlite-storage/faulty-driver';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { beginSync, connect, openTempStore, startWorld, sweepOnce, until } from './sync-rig';

test.each([60, 200, 400, 700])(
  'a first sync whose write number %i fails leaves no gap behind its cursor',
  async (failAt) => {
    const sandbox = await startWorld({ scale: 0.02 });
    const faulty = faultyDriver();
    const store = await openTempStore(await temporaryFolder(), faulty.driver);
    const sync = beginSync({ store, port: connect(sandbox) });
    faulty.arm('SQLITE_FULL', failAt);
    sync.start();
    const { freshness } = await until(sync, (status) => ['failed', 'synced'].includes(status.freshness.kind));
    expect(freshness).toMatchObject({ kind: 'failed', failure: { code: 'disk-full' } });
    faulty.disarm();
    await sweepOnce(sync);
    const { rows } = await sandbox.control.state();
    const [held] = Object.values(rows);
    expect(await store.count('user')).toBe(held?.users);
    expect(await store.count('membership')).toBe(held?.memberships);
    expect(await store.count('organization')).toBe(held?.organizations);
  },
);
