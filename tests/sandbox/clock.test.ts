import { startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

const now = Date.UTC(2026, 10, 2, 9);

/** A day's work: lists, records made, changed and removed, refusals, and calls of the Platform API. */
const day: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ['GET', '/organizations?limit=20&order_by=created_at&include_members_count=true'],
  ['GET', '/users?limit=20&order_by=-created_at'],
  ['GET', '/instance'],
  ['GET', '/roles?limit=100'],
  ['GET', '/enterprise_connections?limit=100'],
  ['POST', '/organizations', { name: 'Acme', slug: 'acme-of-today' }],
  ['POST', '/organizations', { name: 'Acme', slug: 'acme-of-today' }],
  [
    'POST',
    '/users',
    { email_address: ['ada@acme.example'], first_name: 'Ada', skip_password_requirement: true },
  ],
  ['POST', '/users', {}],
  ['GET', '/users?query=ada@acme.example'],
  ['POST', '/invitations', { email_address: 'grace@acme.example' }],
  ['GET', '/invitations?limit=10'],
  ['POST', '/machines', { name: 'worker' }],
  ['POST', '/oauth_applications', { name: 'Portal', redirect_uris: ['https://acme.example/back'] }],
  ['GET', '/users/user_missing'],
  ['GET', '/organization_memberships?limit=50'],
];

/** All that an answer says, but for which socket it came by. */
async function answers(): Promise<readonly string[]> {
  const sandbox = await startSandbox({ scale: 0.1, seed: 5, now });
  try {
    const said: string[] = [];
    for (const [method, path, body] of day) {
      const response = await fetch(`${sandbox.url}/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
      said.push([path, response.status, ...headers, await response.text()].join('\n'));
    }
    return said;
  } finally {
    await sandbox.close();
  }
}

describe('the sandbox’s clock', () => {
  let client: Client;
  beforeAll(async () => {
    client = await openClient({ now });
  });
  afterAll(() => client.close());

  it('makes two sandboxes of one seed and one moment answer alike, byte for byte', async () => {
    const [first, second] = [await answers(), await answers()];
    expect(first.some((answer) => answer.includes('201') || answer.includes('"acme-of-today"'))).toBe(true);
    expect(second).toEqual(first);
  });

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
    await expect.poll(async () => (await call('GET', '/instance')).status, { timeout: 10_000 }).toBe(200);
    await sandbox.control.setRateLimit(null);
  });
});
