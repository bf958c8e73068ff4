import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

let time = Date.UTC(2026, 10, 2);
let client: Client;
beforeAll(async () => {
  client = await openClient({ real: () => time });
});
afterAll(() => client.close());
beforeEach(async () => {
  await client.sandbox.control.reset('keep');
});

const errorCode = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => undefined,
    (reason: { cause?: { code?: string } }) => reason.cause?.code,
  );
  return error;
};

describe('the service', () => {
  it('cuts connections when down, while the control surface on the same port still answers', async () => {
    const { control, url } = client.sandbox;
    await control.down();
    expect(await errorCode(client.call('GET', '/users'))).toBe('UND_ERR_SOCKET');
    const state = await fetch(`${url}/_sandbox/state`);
    expect(await state.json()).toMatchObject({ availability: 'destroyed' });
    await fetch(`${url}/_sandbox/up`, { method: 'POST' });
    expect((await client.call('GET', '/users')).status).toBe(200);
    expect((await control.state()).traffic.cut).toBe(1);
  });

  it('refuses connections when its port is closed, and comes back on the same port', async () => {
    const { control } = client.sandbox;
    await control.down('refused');
    expect(await errorCode(client.call('GET', '/users'))).toBe('ECONNREFUSED');
    await control.up();
    expect((await client.call('GET', '/users')).status).toBe(200);
  });

  it('answers late, by a fixed time and a seeded jitter', async () => {
    await client.sandbox.control.setLatency({ fixedMs: 60, jitterMs: 40, seed: 5 });
    const start = performance.now();
    await client.call('GET', '/instance');
    expect(performance.now() - start).toBeGreaterThan(55);
    expect(await client.sandbox.control.state()).toMatchObject({ heldBack: 1 });
  });

  it('limits calls in a sliding window and says when to come again', async () => {
    await client.sandbox.control.setRateLimit({ limit: 3, windowMs: 10_000 });
    const status = async () => (await client.call('GET', '/instance')).status;
    expect([await status(), await status()]).toEqual([200, 200]);
    time += 4_000;
    expect(await status()).toBe(200);
    const refused = await client.call('GET', '/instance');
    expect([refused.status, refused.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'too_many_requests',
      '6',
    ]);
    time += 6_000;
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    expect(await client.sandbox.control.state()).toMatchObject({ rateLimited: 2 });
  });

  it('shows writes late when reads lag, each exactly that much', async () => {
    const id = (await client.call('GET', '/organizations?limit=1')).rows[0]?.id ?? '';
    const name = async () => (await client.call('GET', `/organizations/${id}`)).body.name;
    const rename = (text: string) => client.call('PATCH', `/organizations/${id}`, { name: text });
    await rename('Old');
    await client.sandbox.control.setReadLag(1_000);
    expect((await rename('Newer')).body.name).toBe('Newer');
    time += 400;
    await rename('Newest');
    expect(await name()).toBe('Old');
    time += 600;
    expect(await name()).toBe('Newer');
    time += 400;
    expect(await name()).toBe('Newest');
    await rename('Hidden');
    await client.sandbox.control.setReadLag(0);
    expect(await name()).toBe('Hidden');
    expect(await client.sandbox.control.state()).toMatchObject({ staleReads: 2 });
  });

  it('refuses a revoked key until it is restored', async () => {
    const { control } = client.sandbox;
    await control.revokeKeys();
    expect(await client.call('GET', '/users')).toMatchObject({ status: 401, code: 'clerk_key_invalid' });
    await control.restoreKeys();
    expect((await client.call('GET', '/users')).status).toBe(200);
  });

  it('tells a missing key from a wrong one', async () => {
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${client.sandbox.url}/v1/users`, { headers });
      const body = (await response.json()) as { errors: { code: string }[] };
      return [response.status, body.errors[0]?.code];
    };
    expect(await ask({})).toEqual([401, 'authorization_header_format_invalid']);
    expect(await ask({ authorization: 'Bearer sk_live_wrong' })).toEqual([401, 'clerk_key_invalid']);
  });

  it('refuses bodies that are not JSON', async () => {
    const post = async (body: string, type: string) => {
      const headers = { authorization: `Bearer ${client.sandbox.secretKey}`, 'content-type': type };
      return (await fetch(`${client.sandbox.url}/v1/organizations`, { method: 'POST', headers, body }))
        .status;
    };
    expect(await post('{"name": ', 'application/json')).toBe(400);
    expect(await post('name=x', 'application/x-www-form-urlencoded')).toBe(415);
  });
});
