import { request } from 'node:http';
import type { FaultInput } from '@main/sandbox/weather/fault';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

let client: Client;
let organization = '';
beforeAll(async () => {
  client = await openClient();
  organization = (await client.call('GET', '/organizations?limit=1')).rows[0]?.id ?? '';
});
afterAll(() => client.close());
beforeEach(() => client.sandbox.control.clearFaults());

const rename = (name: string) => client.call('PATCH', `/organizations/${organization}`, { name });
const currentName = async () => (await client.call('GET', `/organizations/${organization}`)).body.name;
const onPatch = { method: 'PATCH', path: '^/organizations/[^/]+$' };
const add = (fault: FaultInput) => client.sandbox.control.addFault(fault);
const fired = async () => (await client.sandbox.control.faults()).map((rule) => rule.fired);

describe('a fault', () => {
  it('answers with a status before the call takes effect', async () => {
    const name = await currentName();
    await add({ kind: 'status', status: 503, match: onPatch });
    expect(await rename('Never')).toMatchObject({ status: 503, code: 'internal_clerk_error' });
    expect(await currentName()).toBe(name);
    expect(await fired()).toEqual([1]);
    expect((await rename('Spent')).status).toBe(200);
  });

  it('answers with a status after the call took effect', async () => {
    await add({ kind: 'status', status: 500, phase: 'after', match: onPatch });
    expect((await rename('Took effect')).status).toBe(500);
    expect(await currentName()).toBe('Took effect');
  });

  it('answers 429 with Retry-After, or 401 with the code of a bad key', async () => {
    await add({ kind: 'status', status: 429, retryAfter: 3, match: onPatch });
    const limited = await rename('Limited');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
    await add({ kind: 'status', status: 401, match: onPatch });
    expect(await rename('Locked out')).toMatchObject({ status: 401, code: 'clerk_key_invalid' });
  });

  it.each([
    ['before', 'Took effect'],
    ['after', 'Dropped after'],
  ] as const)('drops the connection %s the call takes effect', async (phase, expected) => {
    await rename('Took effect');
    await add({ kind: 'drop', phase, match: onPatch });
    await expect(rename('Dropped after')).rejects.toThrow('fetch failed');
    expect(await currentName()).toBe(expected);
  });

  it.each([40, 0])('cuts a body short after %i bytes and then the connection', async (bytes) => {
    await add({ kind: 'truncate', bytes, match: { path: '^/organization_memberships' } });
    const { url, secretKey } = client.sandbox;
    const seen = await new Promise<{ text: string; error: string | undefined }>((resolve) => {
      const headers = { authorization: `Bearer ${secretKey}` };
      const sent = request(`${url}/v1/organization_memberships`, { headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('error', (error) => resolve({ text, error: error.message }));
        response.on('end', () => resolve({ text, error: undefined }));
      });
      sent.on('error', (error) => resolve({ text: '', error: error.message }));
      sent.end();
    });
    expect(seen.error).toBe('aborted');
    expect(seen.text).toHaveLength(bytes);
  });

  it('sends what is not JSON', async () => {
    await add({ kind: 'malformed', match: { path: '^/users' } });
    await expect(client.call('GET', '/users')).rejects.toThrow(SyntaxError);
    expect((await client.call('GET', '/users')).status).toBe(200);
  });

  it('hangs, then hangs up', async () => {
    await add({ kind: 'hang', ms: 120, phase: 'after', match: onPatch });
    const start = performance.now();
    await expect(rename('Hung')).rejects.toThrow('fetch failed');
    expect(performance.now() - start).toBeGreaterThan(100);
    expect(await currentName()).toBe('Hung');
  });

  it('delays an answer', async () => {
    await add({ kind: 'delay', ms: 120, match: onPatch });
    const start = performance.now();
    expect((await rename('Late')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(100);
  });

  it('delivers a call twice, and the counts tell', async () => {
    const { control } = client.sandbox;
    await control.reset('keep');
    await add({ kind: 'duplicate', match: { method: 'POST', path: '^/organizations$' } });
    const twice = await client.call('POST', '/organizations', { name: 'Doubled' });
    expect(twice.body.slug).toBe('doubled-2');
    const { marks, effects } = (await control.state()).traffic;
    expect(marks).toEqual({ 'organization.create:doubled': 1, 'organization.create:doubled-2': 1 });
    expect(Object.values(effects)).toEqual([1, 1]);
  });

  it('lets some calls pass first, hits as many as told, and only what it matches', async () => {
    await add({ kind: 'status', status: 502, skip: 1, times: 2, match: onPatch });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await rename(`Skip ${n}`)).status);
    expect(statuses).toEqual([200, 502, 502, 200, 200]);
    const [rule] = await client.sandbox.control.faults();
    expect(rule).toMatchObject({ fired: 2, spent: true });
  });

  it('hits at random from a seed', async () => {
    const statuses = async (): Promise<readonly number[]> => {
      await client.sandbox.control.clearFaults();
      await add({ kind: 'status', status: 500, times: 1000, probability: 0.5, seed: 9, match: onPatch });
      const seen: number[] = [];
      for (let n = 0; n < 12; n += 1) seen.push((await rename(`Random ${n}`)).status);
      return seen;
    };
    const first = await statuses();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await statuses()).toEqual(first);
  });

  it('is named in the log of the request it hit', async () => {
    const id = await add({ kind: 'drop', match: onPatch });
    await rename('Logged').catch(() => undefined);
    const entries = await client.sandbox.control.requests();
    expect(entries.at(-1)).toMatchObject({ method: 'PATCH', status: null, fault: id });
  });

  it('is refused when it makes no sense', async () => {
    const nonsense = { kind: 'status', status: 200 } as FaultInput;
    await expect(add(nonsense)).rejects.toThrow('400');
    await expect(add({ kind: 'drop', match: { path: '(' } })).rejects.toThrow('400');
  });
});
