import { asStoreFailure } from '@main/store/as-store-failure';
import { openStore } from '@main/store/open-store';
import { openStates } from '@shared/domain/intent';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { type DiskRig, diskBatch, diskFaults, failWrite, openDisk } from './disk-trial';
import type { Fault } from './sqlite-storage/faulty-driver';

let directory: string;
let rig: DiskRig;

beforeEach(async () => {
  directory = await temporaryFolder();
  rig = await openDisk(directory);
  await rig.store.write(diskBatch(1));
  await rig.everything();
});
afterEach(async () => {
  await rig.close().catch(() => undefined);
});

describe.each(Object.entries(diskFaults) as [Fault, string][])('%s at any write call', (fault, code) => {
  it('is told clearly, takes the whole write back, and loses nothing acknowledged', async () => {
    const { faulty } = rig;
    faulty.disarm();
    await rig.store.write(diskBatch(2));
    const callsOfAWrite = faulty.calls;
    expect(callsOfAWrite).toBeGreaterThan(10);
    for (let call = 0; call < callsOfAWrite; call += 1)
      expect(await failWrite(rig, diskBatch(3), fault, call)).toMatchObject({ code, same: true });
    await rig.store.write(diskBatch(3));
    const after = await rig.everything();
    await rig.close();
    rig = await openDisk(directory, faulty);
    expect(await rig.everything()).toBe(after);
    expect((await rig.store.intents({ states: openStates })).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('while the database is being made leaves nothing that keeps it from being made later', async () => {
    // RxDB's open edition opens one workspace at a time.
    await rig.close();
    const { faulty } = rig;
    const key = 'a1'.repeat(32);
    const place = { directory: `${directory}/other`, key, now: () => 5_000, driver: faulty.driver };
    for (const failAt of [0, 3, 11]) {
      faulty.arm(fault, failAt);
      const error: unknown = await openStore(place).catch((refused: unknown) => refused);
      expect(asStoreFailure(error)).toMatchObject({ code });
    }
    faulty.disarm();
    const made = await openStore(place);
    await made.write(diskBatch(1));
    expect(await made.meta('cursor')).toBe(1);
    await made.close();
  });
});
