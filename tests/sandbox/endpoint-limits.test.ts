import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

const hour = 3_600_000;
let at = 0;
let client: Client;
let org = '';
let user = '';
beforeEach(async () => {
  at = Date.UTC(2026, 10, 2);
  client = await openClient({ scale: 0.02, real: () => at, limits: 'own' });
  org = (await client.call('GET', '/organizations?limit=1')).rows[0]?.id ?? '';
  const [member] = (await client.call('GET', `/organizations/${org}/memberships?limit=1`)).rows;
  user = (member?.public_user_data as { user_id: string } | undefined)?.user_id ?? '';
  await client.sandbox.control.edit([{ organization: org, set: { max_allowed_memberships: 0 } }]);
});
afterEach(() => client.close());

/** Statuses of so many calls, `body` made for each. */
async function statuses(count: number, method: string, path: string, body: (each: number) => unknown) {
  const seen: number[] = [];
  for (let each = 0; each < count; each += 1) seen.push((await client.call(method, path, body(each))).status);
  return seen;
}

const named = (each: number) => ({ name: `Name ${each}` });
let invited = 0;
const invitation = () => ({ email_address: `p${++invited}@only.example`, role: 'org:member' });

describe('limits of single endpoints', () => {
  it('one record takes 10 changes in 10 s, its metadata among them; another one is free', async () => {
    const path = `/organizations/${org}`;
    expect(await statuses(7, 'PATCH', path, named)).not.toContain(429);
    at += 4_000;
    const metadata = () => ({ public_metadata: { tier: 'gold' } });
    expect(await statuses(3, 'PATCH', `${path}/metadata`, metadata)).toEqual([200, 200, 200]);
    const refused = await client.call('PATCH', path, named(8));
    expect([refused.status, refused.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'too_many_requests',
      '6',
    ]);
    const other = (await client.call('GET', '/organizations?limit=2')).rows[1]?.id;
    expect(await statuses(2, 'PATCH', `/organizations/${other}`, named)).toEqual([200, 200]);
    expect((await client.call('GET', path)).status).toBe(200);
    at += 6_000;
    expect(await statuses(8, 'PATCH', path, named)).toEqual([...Array(7).fill(200), 429]);
    expect(await client.sandbox.control.state()).toMatchObject({ rateLimited: 2, endpointLimits: true });
  });

  it('so do one person and one membership', async () => {
    const person = (each: number) => ({ first_name: `First ${each}` });
    expect(await statuses(11, 'PATCH', `/users/${user}`, person)).toEqual([...Array(10).fill(200), 429]);
    const path = `/organizations/${org}/memberships/${user}/metadata`;
    const seen = await statuses(11, 'PATCH', path, (each) => ({ public_metadata: { each } }));
    expect(seen).toEqual([...Array(10).fill(200), 429]);
  });

  it('250 organization invitations go in an hour, in all organizations together, and 50 of their bulks', async () => {
    const [, other] = (await client.call('GET', '/organizations?limit=2')).rows;
    expect(await statuses(250, 'POST', `/organizations/${org}/invitations`, invitation)).not.toContain(429);
    at += 600_000;
    const refused = await client.call('POST', `/organizations/${other?.id}/invitations`, invitation());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3000']);
    const bulk = await statuses(51, 'POST', `/organizations/${org}/invitations/bulk`, () => [invitation()]);
    expect(bulk.slice(0, 50)).not.toContain(429);
    expect(bulk[50]).toBe(429);
    at += hour - 600_000;
    expect(await statuses(1, 'POST', `/organizations/${org}/invitations`, invitation)).toEqual([200]);
  });

  it.each([
    ['/invitations', 100],
    ['/invitations/bulk', 25],
  ])('POST %s goes %i times an hour', async (path, limit) => {
    const seen = await statuses(limit + 1, 'POST', path, () => ({ email_address: 'a@only.example' }));
    expect(seen.slice(0, limit)).not.toContain(429);
    expect(seen[limit]).toBe(429);
  });

  it('production takes 1,000 calls in 10 s', async () => {
    await client.sandbox.control.reset('keep');
    expect(await statuses(1_001, 'GET', '/users/count', () => undefined)).toEqual([
      ...Array(1_000).fill(200),
      429,
    ]);
  });

  it('are lifted, set apart from the instance’s, and put back by the control surface', async () => {
    const { control } = client.sandbox;
    const path = `/organizations/${org}`;
    await control.setRateLimit(null);
    expect(await control.state()).toMatchObject({ rateLimit: null, endpointLimits: false });
    expect(await statuses(12, 'PATCH', path, named)).not.toContain(429);
    await control.setRateLimit({ limit: 500, endpoints: false });
    expect(await statuses(12, 'PATCH', path, named)).not.toContain(429);
    await control.setRateLimit({ limit: 500 });
    expect(await statuses(11, 'PATCH', path, named)).toContain(429);
    await control.setRateLimit({});
    expect(await control.state()).toMatchObject({ rateLimit: null, endpointLimits: true });
    expect(await statuses(11, 'PATCH', path, named)).toContain(429);
    await control.setRateLimit(null);
    await control.reset('keep');
    expect(await control.state()).toMatchObject({ endpointLimits: true });
  });

  it('a clock that is set back holds nobody', async () => {
    expect(await statuses(10, 'PATCH', `/organizations/${org}`, named)).not.toContain(429);
    at -= 24 * hour;
    expect(await statuses(1, 'PATCH', `/organizations/${org}`, named)).toEqual([200]);
  });
});
