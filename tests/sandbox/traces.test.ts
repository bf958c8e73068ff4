import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterEach, describe, expect, it } from 'vitest';

const opened: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of opened.splice(0)) await sandbox.close();
});

const open = async (seed: number): Promise<Sandbox> => {
  const sandbox = await startSandbox({
    world: 'campus',
    scale: 0.02,
    seed,
    real: () => Date.UTC(2026, 10, 2),
  });
  opened.push(sandbox);
  return sandbox;
};

/** Good and bad calls of every kind, one after the other: what each answered. */
const answers = async (sandbox: Sandbox) => {
  const { control, url, secretKey, platformToken } = sandbox;
  await control.addFault({ kind: 'status', status: 503, match: { path: '^/instance$' } });
  await control.addFault({ kind: 'malformed', match: { path: '^/organization_roles$' } });
  await control.addFault({ kind: 'truncate', bytes: 9_999_999, match: { path: '^/organizations$' } });
  const calls = [
    ['GET', '/v1/users?limit=1', secretKey],
    ['POST', '/v1/users', secretKey],
    ['GET', '/v1/users/user_nope', secretKey],
    ['GET', '/v1/nothing', secretKey],
    ['GET', '/elsewhere', secretKey],
    ['PATCH', '/v1/instance', secretKey],
    ['PATCH', '/v1/instance', secretKey],
    ['GET', '/v1/organization_roles', secretKey],
    ['GET', '/v1/users', 'sk_live_wrong'],
    ['GET', '/v1/platform/applications', platformToken],
    ['GET', '/v1/platform/applications/app_nope', platformToken],
  ] as const;
  const seen = [];
  for (const [method, path, key] of calls) {
    const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${key}` } });
    seen.push({
      status: answer.status,
      header: answer.headers.get('x-clerk-trace-id'),
      body: await answer.text(),
    });
  }
  await control.setRateLimit({ limit: 1 });
  for (let call = 0; call < 2; call += 1) {
    const answer = await fetch(`${url}/v1/users/count`, {
      headers: { authorization: `Bearer ${secretKey}` },
    });
    seen.push({
      status: answer.status,
      header: answer.headers.get('x-clerk-trace-id'),
      body: await answer.text(),
    });
  }
  return seen;
};

describe('trace ids', () => {
  it('are on every answer, one each, and in the body of every error', async () => {
    const seen = await answers(await open(1));
    expect(seen.map(({ status }) => status)).toEqual([
      200, 422, 404, 404, 404, 503, 204, 200, 401, 200, 404, 200, 429,
    ]);
    expect(new Set(seen.map(({ header }) => header)).size).toBe(seen.length);
    for (const { status, header, body } of seen) {
      expect(header).toMatch(/^[0-9a-f]{32}$/);
      if (status >= 400) expect(JSON.parse(body)).toMatchObject({ clerk_trace_id: header });
    }
  });

  it('come from the seed and the count: two starts answer alike, another seed otherwise, a reset begins anew', async () => {
    const first = await open(1);
    const seen = await answers(first);
    expect(await answers(await open(1))).toEqual(seen);
    const other = await answers(await open(2));
    expect(other[0]?.header).not.toBe(seen[0]?.header);
    await first.control.reset();
    expect(await answers(first)).toEqual(seen);
  });
});
