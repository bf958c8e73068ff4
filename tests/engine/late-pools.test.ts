import { randomBytes } from 'node:crypto';
import { readInBackground } from '@main/engine/read-in-background';
import { readTemplates } from '@main/engine/read-templates';
import { readReads } from '@main/fleet/templates/template-reads';
import { openStore } from '@main/store/open-store';
import { nextToRead } from '@shared/domain/templates/template-reads';
import { expect, it } from 'vitest';
import { sampleRecord } from '../store/sample-records';
import { temporaryFolder } from '../support/folders/temporary-folder';

const said = {
  status: 0,
  code: '',
  message: 'no',
  requestId: '',
  retryAfterMs: 0,
  mayHaveTakenEffect: false,
};

it('pools that answer too late let others come before they are asked again; those that were not reached do not wait', async () => {
  const now = () => 10_000_000;
  const key = randomBytes(32).toString('hex');
  const store = await openStore({ directory: await temporaryFolder(), key, now });
  const late = Array.from({ length: 4 }, (_, at) => sampleRecord('application', `app_late${at}`));
  const unreached = sampleRecord('application', 'app_unreached');
  await store.write({
    put: [...late, unreached].map((record) => ({ entity: 'application' as const, record })),
  });
  await readTemplates({
    store,
    now,
    identity: {
      readTemplates: async ({ id }) => {
        const kind = id === unreached.id ? 'offline' : 'timeout';
        return { ok: false, failure: { ...said, kind } };
      },
    },
  });
  const next = nextToRead(await store.ids('application'), await readReads(store), {
    ...{ now: now(), before: now() - 1 },
    most: 20,
  });
  expect(next).toEqual([unreached.id]);
  await store.close();
});

it('behind sweeps everybody is asked once a day what they used, a few at a time', async () => {
  let at = Date.UTC(2026, 10, 27, 8);
  const key = randomBytes(32).toString('hex');
  const store = await openStore({ directory: await temporaryFolder(), key, now: () => at });
  const all = Array.from({ length: 24 }, (_, of) => sampleRecord('application', `app_${of}`));
  await store.write({ put: all.map((record) => ({ entity: 'application' as const, record })) });
  const asked: string[] = [];
  let asOf = 0;
  let listener = (): void => undefined;
  let ended = (): void => undefined;
  const reads = readInBackground({
    store,
    now: () => at,
    identity: {
      readTemplates: async () => ({ ok: false, failure: { ...said, kind: 'forbidden' } }),
      readUsage: async ({ id }) => {
        asked.push(id);
        return { ok: false, failure: { ...said, kind: 'forbidden' } };
      },
    },
    sync: {
      status: () => ({ freshness: { kind: 'synced', asOf }, collections: [] }),
      // Who listens while it reads has done so when it listens no more.
      subscribe: (heard) => {
        if (asOf === 0) listener = heard;
        return () => ended();
      },
    },
  });
  /** How many are asked behind a sweep, ms after the one before. */
  const sweep = async (later: number): Promise<number> => {
    at += later;
    asOf = at;
    asked.length = 0;
    const done = new Promise<void>((resolve) => {
      ended = resolve;
    });
    listener();
    await done;
    return new Set(asked).size;
  };
  const hour = 3_600_000;
  expect([await sweep(0), await sweep(1), await sweep(hour), await sweep(14 * hour)]).toEqual([20, 4, 0, 0]);
  expect([await sweep(hour), await sweep(hour)]).toEqual([20, 4]);
  await reads.stop();
  await store.close();
});
