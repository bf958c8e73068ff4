import { createIdentity } from '@main/identity/create-identity';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { sweepOrder } from '@shared/domain/entity';
import { remoteSchemas } from '@shared/domain/records/record-map';
import { afterAll, expect, test } from 'vitest';

const sandbox = await startSandbox({ world: 'northwind', seed: 1, scale: 0.1 });
afterAll(() => sandbox.close());
const identity = createIdentity({ url: sandbox.url, apiKey: sandbox.secretKey, fetch, now: Date.now });

test.each(sweepOrder)(
  'every %s of a page is decoded into the record that the store keeps',
  async (entity) => {
    const page = await identity.fetchPage(entity, { offset: 0, limit: 500 });
    if (!page.ok) throw new Error(page.failure.message);
    expect(page.value.total).toBeGreaterThan(0);
    expect(page.value.records.length).toBe(Math.min(500, page.value.total));
    for (const record of page.value.records) {
      expect(remoteSchemas[entity].strict().parse(record)).toEqual(record);
    }
  },
);

test('the service’s time is the service’s, also when it is asked first and this machine is a year ahead', async () => {
  const ahead = () => Date.now() + 365 * 86_400_000;
  const fresh = createIdentity({ url: sandbox.url, apiKey: sandbox.secretKey, fetch, now: ahead });
  const time = await fresh.serviceTime();
  expect(Math.abs((time.ok ? time.value : 0) - Date.now())).toBeLessThan(5_000);
});
