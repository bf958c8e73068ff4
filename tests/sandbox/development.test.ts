import type { Sandbox } from '@main/sandbox/start-sandbox';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let sandbox: Sandbox;
let at = Date.UTC(2026, 10, 2);
beforeAll(async () => {
  sandbox = await startSandbox({ world: 'campus', scale: 0.02, real: () => at });
});
afterAll(() => sandbox.close());

const keyOf = (environment: string): string =>
  sandbox.applications.find((one) => one.environment === environment)?.secretKey ?? '';
const ask = (key: string, path = '/users/count'): Promise<Response> =>
  fetch(`${sandbox.url}/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
const statuses = async (key: string, calls: number): Promise<readonly number[]> => {
  const seen: number[] = [];
  for (let call = 0; call < calls; call += 1) seen.push((await ask(key)).status);
  return seen;
};

describe('a seeded application', () => {
  it('has a production and a development instance, each with people and a key of its own', async () => {
    const names = new Set(sandbox.applications.map(({ id }) => id));
    expect(names.size).toBe(24);
    for (const id of names) {
      const instances = sandbox.applications.filter((one) => one.id === id);
      expect(instances.map(({ environment }) => environment).sort()).toEqual(['development', 'production']);
      expect(instances.map(({ secretKey }) => secretKey.slice(0, 8)).sort()).toEqual([
        'sk_live_',
        'sk_test_',
      ]);
    }
    expect(sandbox.secretKey).toBe(keyOf('production'));
    expect(sandbox.keys).toEqual(sandbox.applications.map(({ secretKey }) => secretKey));
    expect(
      ((await (await ask(keyOf('development'))).json()) as { total_count: number }).total_count,
    ).toBeGreaterThan(5);
    const [application] = sandbox.applications;
    const base = `/platform/applications/${application?.id}`;
    for (const environment of ['development', 'production']) {
      const config = await ask(sandbox.platformToken, `${base}/instances/${environment}/config`);
      expect(config.status).toBe(200);
    }
    const shown = await ask(keyOf('development'), '/instance');
    expect(await shown.json()).toMatchObject({ environment_type: 'development' });
  });

  it.each(['northwind', 'lumen'])('has them in %s as well, and one Platform token', async (world) => {
    const other = await startSandbox({ world, scale: 0.02, seed: 4 });
    expect(other.applications.map(({ environment }) => environment)).toEqual(['production', 'development']);
    const headers = { authorization: `Bearer ${other.platformToken}` };
    const shown = await fetch(`${other.url}/v1/platform/applications`, { headers });
    expect(await shown.json()).toMatchObject([{ application_id: other.applications[0]?.id }]);
    await other.close();
    const again = await startSandbox({ world, scale: 0.02, seed: 4 });
    expect(again.platformToken).toBe(other.platformToken);
    await again.close();
  });

  it('takes 100 calls in 10 s in development, until a limit is set or lifted; production is none the slower', async () => {
    at += 60_000;
    const development = keyOf('development');
    const seen = await statuses(development, 101);
    expect(seen.slice(0, 100)).toEqual(Array(100).fill(200));
    expect(seen[100]).toBe(429);
    expect((await ask(development)).headers.get('retry-after')).toBe('10');
    expect(await statuses(keyOf('production'), 102)).not.toContain(429);
    at += 10_000;
    expect(await statuses(development, 1)).toEqual([200]);
    await sandbox.control.setRateLimit(null);
    expect(await statuses(development, 120)).not.toContain(429);
    await sandbox.control.setRateLimit({ limit: 2 });
    expect(await statuses(keyOf('production'), 3)).toEqual([200, 200, 429]);
    await sandbox.control.reset('keep');
    expect(await statuses(development, 101)).toContain(429);
  });
});
