import { startSandbox } from '@main/sandbox/start-sandbox';
import { readPoolScenario } from '@main/workspace/pools/read-pool-scenario';
import { expect, onTestFinished, test } from 'vitest';

async function startPool() {
  const sandbox = await startSandbox({ world: 'campus', seed: 3, scale: 0.02 });
  onTestFinished(() => sandbox.close());
  return { sandbox, pool: { url: `${sandbox.url}/v1`, apiKey: sandbox.keys[0] ?? '', fetch } };
}
const path = '/instance/organization_settings';

test('a pool is B2B where organizations are on, and B2C where they are off', async () => {
  const { pool } = await startPool();
  expect(await readPoolScenario(pool)).toEqual({ ok: true, value: 'b2b' });
  const response = await fetch(`${pool.url}/instance/organization_settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${pool.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ enabled: false }),
  });
  expect(response.status).toBe(200);
  expect(await readPoolScenario(pool)).toEqual({ ok: true, value: 'b2c' });
});

test('what a pool is stays unknown where nothing tells: it is asked again, and never guessed', async () => {
  const { sandbox, pool } = await startPool();
  await sandbox.control.addFault({ kind: 'status', status: 503, times: 2, match: { path } });
  expect(await readPoolScenario(pool)).toEqual({ ok: true, value: 'b2b' });
  await sandbox.control.addFault({ kind: 'status', status: 503, times: 100, match: { path } });
  expect(await readPoolScenario(pool)).toMatchObject({ ok: false, error: { code: 'service-error' } });
  expect(await readPoolScenario({ ...pool, apiKey: 'sk_live_nobodys' })).toMatchObject({
    ok: false,
    error: { code: 'key-refused' },
  });
  expect(await readPoolScenario({ ...pool, url: 'http://127.0.0.1:9/v1' })).toMatchObject({
    ok: false,
    error: { code: 'offline' },
  });
});

test('where the service says that there are no such settings for it, a pool is B2B', async () => {
  const { sandbox, pool } = await startPool();
  await sandbox.control.addFault({ kind: 'status', status: 403, times: 1, match: { path } });
  expect(await readPoolScenario(pool)).toEqual({ ok: true, value: 'b2b' });
});
