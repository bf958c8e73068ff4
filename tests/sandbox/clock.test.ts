import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

const now = Date.UTC(2026, 10, 2, 9);

describe('the sandbox’s clock', () => {
  let client: Client;
  beforeAll(async () => {
    client = await openClient({ now });
  });
  afterAll(() => client.close());

  it('stands still at the moment it was started at, for records and for the Date of answers', async () => {
    const { call } = client;
    const made = await call('POST', '/machines', { name: 'first' });
    expect(made.body).toMatchObject({ created_at: now });
    expect(made.headers.get('date')).toBe(new Date(now).toUTCString());
  });

  it('is set, moved on, let run and put back', async () => {
    const { call, sandbox } = client;
    const later = now + 86_400_000;
    const put = async (body: unknown): Promise<Response> =>
      fetch(`${sandbox.controlUrl}/clock`, { method: 'PUT', body: JSON.stringify(body) });
    expect(await (await put({ now: new Date(later).toISOString() })).json()).toEqual({
      now: later,
      running: false,
    });
    expect(await sandbox.control.setClock({ advanceMs: 1_500 })).toEqual({
      now: later + 1_500,
      running: false,
    });
    expect((await call('POST', '/machines', { name: 'second' })).body).toMatchObject({
      created_at: later + 1_500,
    });
    expect(await sandbox.control.setClock({ running: true })).toMatchObject({ running: true });
    expect((await put({ now: 'tomorrow' })).status).toBe(400);
    expect((await put({ later: 1 })).status).toBe(400);
    await sandbox.control.reset('keep');
    expect((await sandbox.control.state()).clock).toEqual({ now, running: false });
  });

  it('ends nothing that is measured by real time: a limit lets calls through again', async () => {
    const { call, sandbox } = client;
    await sandbox.control.setRateLimit({ limit: 1, windowMs: 50 });
    await call('GET', '/instance');
    await expect.poll(async () => (await call('GET', '/instance')).status, { timeout: 60_000 }).toBe(200);
    await sandbox.control.setRateLimit(null);
  });
});
