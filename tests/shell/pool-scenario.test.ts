import { startSandbox } from '@main/sandbox/start-sandbox';
import { readPoolScenario } from '@main/workspace/pools/read-pool-scenario';
import { expect, onTestFinished, test } from 'vitest';

test('a pool is B2B where organizations are on, B2C where they are off, and B2B where nobody can tell', async () => {
  const sandbox = await startSandbox({ world: 'campus', seed: 3, scale: 0.02 });
  onTestFinished(() => sandbox.close());
  const pool = { url: `${sandbox.url}/v1`, apiKey: sandbox.keys[0] ?? '', fetch };
  expect(await readPoolScenario(pool)).toBe('b2b');
  const response = await fetch(`${pool.url}/instance/organization_settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${pool.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ enabled: false }),
  });
  expect(response.status).toBe(200);
  expect(await readPoolScenario(pool)).toBe('b2c');
  expect(await readPoolScenario({ ...pool, apiKey: 'sk_live_nobodys' })).toBe('b2b');
  expect(await readPoolScenario({ ...pool, url: 'http://127.0.0.1:9/v1' })).toBe('b2b');
});
