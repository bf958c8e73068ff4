import { asStoreFailure } from '@main/store/as-store-failure';
import { openStore } from '@main/store/open-store';
import type { Store, WriteBatch } from '@main/store/store';
import { openStates } from '@shared/domain/intent';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { sampleHistory, sampleIntent, sampleRecord } from './sample-records';
import { type Fault, type FaultyDriver, faultyDriver } from './sqlite-storage/faulty-driver';

const key = 'a1'.repeat(32);
let directory: string;
let faulty: FaultyDriver;
let store: Store;

const open = () => openStore({ directory, key, now: () => 5_000, driver: faulty.driver });

/** Touches every kind of write: rows with text and facets, an update, a removal, an intent, history, a cursor. */
function batch(number: number): WriteBatch {
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

async function everything(): Promise<string> {
  return JSON.stringify([
    await store.list('organization', []),
    await store.intents(),
    await store.history({ limit: 100 }),
    await store.meta('cursor'),
    await store.facets({ entity: 'organization', where: [], text: '', offset: 0, limit: 1 }, 'state'),
  ]);
}

beforeEach(async () => {
  directory = await temporaryFolder();
  faulty = faultyDriver();
  store = await open();
  await store.write(batch(1));
  await everything();
});
afterEach(async () => {
  await store.close().catch(() => undefined);
});

describe.each<[Fault, string]>([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-error'],
  ['SQLITE_READONLY', 'disk-read-only'],
  ['SQLITE_BUSY', 'workspace-open-elsewhere'],
])('%s at any write call', (fault, code) => {
  it('is told clearly, takes the whole write back, and loses nothing acknowledged', async () => {
    faulty.disarm();
    await store.write(batch(2));
    const callsOfAWrite = faulty.calls;
    expect(callsOfAWrite).toBeGreaterThan(10);
    for (let call = 0; call < callsOfAWrite; call += 1) {
      const before = await everything();
      faulty.arm(fault, call);
      const error: unknown = await store.write(batch(3)).catch((refused: unknown) => refused);
      expect(asStoreFailure(error)).toMatchObject({ code });
      faulty.disarm();
      expect(await everything()).toBe(before);
    }
    await store.write(batch(3));
    const after = await everything();
    await store.close();
    store = await open();
    expect(await everything()).toBe(after);
    expect((await store.intents({ states: openStates })).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('while the database is being made leaves nothing that keeps it from being made later', async () => {
    // RxDB's open edition opens one workspace at a time.
    await store.close();
    const place = { directory: `${directory}/other`, key, now: () => 5_000, driver: faulty.driver };
    for (const failAt of [0, 3, 11]) {
      faulty.arm(fault, failAt);
      const error: unknown = await openStore(place).catch((refused: unknown) => refused);
      expect(asStoreFailure(error)).toMatchObject({ code });
    }
    faulty.disarm();
    const made = await openStore(place);
    await made.write(batch(1));
    expect(await made.meta('cursor')).toBe(1);
    await made.close();
  });
});
