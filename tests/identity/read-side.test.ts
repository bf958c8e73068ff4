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
    let [seen, total] = [0, 1];
    for (let offset = 0; offset < Math.min(500, total); offset = seen) {
      const page = await identity.fetchPage(entity, { offset, limit: 500 });
      if (!page.ok) throw new Error(page.failure.message);
      const { records, partial } = page.value;
      const all = [...records, ...partial.map(({ record }) => record)];
      expect(all.length).toBeGreaterThan(0);
      for (const record of all) expect(remoteSchemas[entity].strict().parse(record)).toEqual(record);
      seen += all.length;
      total = page.value.total;
    }
    expect(seen).toBe(Math.min(500, total));
  },
);

test('the service’s time is the service’s, also when it is asked first and this machine is a year ahead', async () => {
  const ahead = () => Date.now() + 365 * 86_400_000;
  const fresh = createIdentity({ url: sandbox.url, apiKey: sandbox.secretKey, fetch, now: ahead });
  const time = await fresh.serviceTime();
  expect(Math.abs((time.ok ? time.value : 0) - Date.now())).toBeLessThan(5_000);
});
