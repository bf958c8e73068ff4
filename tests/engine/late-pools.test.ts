import { randomBytes } from 'node:crypto';
import { readTemplates } from '@main/engine/read-templates';
import { readReads } from '@main/fleet/templates/template-reads';
import { openStore } from '@main/store/open-store';
import { nextToRead } from '@shared/domain/templates/template-reads';
import { expect, it } from 'vitest';
import { sampleRecord } from '../store/sample-records';
import { temporaryFolder } from '../support/folders/temporary-folder';

it('pools that answer too late let others come before they are asked again; those that were not reached do not wait', async () => {
  const now = () => 10_000_000;
  const key = randomBytes(32).toString('hex');
  const store = await openStore({ directory: await temporaryFolder(), key, now });
  const late = Array.from({ length: 4 }, (_, at) => sampleRecord('application', `app_late${at}`));
  const unreached = sampleRecord('application', 'app_unreached');
  await store.write({
    put: [...late, unreached].map((record) => ({ entity: 'application' as const, record })),
  });
  const said = {
    status: 0,
    code: '',
    message: 'no',
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: false,
  };
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
  const next = nextToRead(await store.ids('application'), await readReads(store), { now: now(), most: 20 });
  expect(next).toEqual([unreached.id]);
  await store.close();
});
