import { asStoreFailure } from '@main/store/as-store-failure';
import { openStore } from '@main/store/open-store';
import type { Store, WriteBatch } from '@main/store/store';
import { sampleHistory, sampleIntent, sampleRecord } from './sample-records';
import { type Fault, type FaultyDriver, faultyDriver } from './sqlite-storage/faulty-driver';

const key = 'a1'.repeat(32);

/** What each fault is told as. */
export const diskFaults: Readonly<Record<Fault, string>> = {
  SQLITE_FULL: 'disk-full',
  SQLITE_IOERR_WRITE: 'disk-error',
  SQLITE_READONLY: 'disk-read-only',
  SQLITE_BUSY: 'workspace-open-elsewhere',
};

/** A store on a disk that can be made to fail. */
export interface DiskRig {
  readonly faulty: FaultyDriver;
  readonly store: Store;
  /** All that was acknowledged, as one text. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

/** What a write came to on a disk that failed it. */
export interface DiskOutcome {
  /** Code of the failure; '' where the write was acknowledged all the same. */
  readonly code: string;
  /** Until the failure was told, ms. */
  readonly ms: number;
  /** Whether the store holds what it held before, and nothing of the write. */
  readonly same: boolean;
}

/** Touches every kind of write: rows with text and facets, an update, a removal, an intent, history, a cursor. */
export function diskBatch(number: number): WriteBatch {
  const record = (id: string, name: string) => ({
    entity: 'organization' as const,
    record: sampleRecord('organization', id, { name, slug: `${id}-slug` }),
  });
  return {
    put: [record(`org_new_${number}`, 'New'), record('org_kept', `Kept ${number}`)],
    remove: [{ entity: 'organization', id: record(`org_new_${number - 1}`, '').record.id }],
    intents: [sampleIntent(number)],
    history: [sampleHistory('org_kept')],
    meta: { cursor: number },
  };
}

export async function openDisk(directory: string, faulty = faultyDriver()): Promise<DiskRig> {
  const store = await openStore({ directory, key, now: () => 5_000, driver: faulty.driver });
  return {
    faulty,
    store,
    everything: async () =>
      JSON.stringify([
        await store.list('organization', []),
        await store.intents(),
        await store.history({ limit: 100 }),
        await store.meta('cursor'),
        await store.facets({ entity: 'organization', where: [], text: '', offset: 0, limit: 1 }, 'state'),
      ]),
    close: () => store.close(),
  };
}

/** Has the disk fail the writing call numbered `call` of one batch. */
export async function failWrite(
  rig: DiskRig,
  batch: WriteBatch,
  fault: Fault,
  call: number,
): Promise<DiskOutcome> {
  const before = await rig.everything();
  const begun = performance.now();
  rig.faulty.arm(fault, call);
  const error: unknown = await rig.store.write(batch).then(
    () => null,
    (refused: unknown) => refused,
  );
  const ms = performance.now() - begun;
  rig.faulty.disarm();
  const code = error === null ? '' : (asStoreFailure(error)?.code ?? String(error));
  return { code, ms, same: (await rig.everything()) === before };
}
