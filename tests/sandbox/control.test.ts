import { startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient, type Shown } from './open-client';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

describe('the control surface', () => {
  it('edits as another admin: same rules, later updated_at, not counted, untouched by faults', async () => {
    const { control } = client.sandbox;
    await control.addFault({ kind: 'drop', times: 100 });
    await control.revokeKeys();
    const [answer] = await control.edit([{ call: { method: 'GET', path: '/organizations?limit=1' } }]);
    const organization = (answer?.body as Shown | undefined)?.data[0];
    const id = organization?.id ?? '';
    const edited = await control.edit([
      { organization: id, set: { name: 'By a colleague', public_metadata: { seen: true } } },
      { organization: id, set: { slug: 'Not A Slug' } },
    ]);
    expect(edited.map(({ status }) => status)).toEqual([200, 200, 422]);
    await control.clearFaults();
    await control.restoreKeys();
    const now = (await client.call('GET', `/organizations/${id}`)).body;
    expect(now).toMatchObject({ name: 'By a colleague', public_metadata: { seen: true } });
    expect(now.updated_at).toBeGreaterThan(organization?.updated_at ?? 0);
    expect((await control.state()).traffic.effects).toEqual({});
  });

  it('edits memberships, users and roles', async () => {
    const { control } = client.sandbox;
    const members = (await client.call('GET', '/organization_memberships?limit=500')).rows;
    const row = members.find(({ role }) => role === 'org:member');
    const membership = {
      organization_id: (row?.organization as Shown | undefined)?.id ?? '',
      user_id: String((row?.public_user_data as Shown | undefined)?.user_id),
    };
    const role = (await client.call('GET', '/organization_roles?query=org:billing')).rows[0]?.id ?? '';
    const answers = await control.edit([
      { membership, set: { role: 'org:billing' } },
      { user: membership.user_id, set: { first_name: 'Renamed' } },
      { role, set: { name: 'Money' } },
      {
        call: {
          method: 'DELETE',
          path: `/organizations/${membership.organization_id}/memberships/${membership.user_id}`,
        },
      },
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers[0]?.body).toMatchObject({ id: row?.id, role: 'org:billing' });
    expect(answers[3]?.body).toMatchObject({
      role_name: 'Money',
      public_user_data: { first_name: 'Renamed' },
    });
  });

  it('lets an invited person accept, so that the member is there and the invitation is not open any more', async () => {
    const { control } = client.sandbox;
    const [user] = (await client.call('GET', '/users?limit=1')).rows;
    const made = await client.call('POST', '/organizations', { name: 'Welcoming', created_by: user?.id });
    const path = `/organizations/${made.body.id}`;
    const draft = {
      email_address: 'guest@people.example',
      role: 'org:viewer',
      public_metadata: { from: 'invitation' },
    };
    const invitation = (await client.call('POST', `${path}/invitations`, draft)).body.id;
    const accept = { accept: { organization_id: made.body.id, invitation_id: invitation } };
    const [first, again] = await control.edit([accept, accept]);
    expect(first).toMatchObject({
      status: 200,
      body: { role: 'org:viewer', public_metadata: { from: 'invitation' } },
    });
    expect(again).toMatchObject({ status: 400 });
    expect((await client.call('GET', `${path}/memberships`)).body.total_count).toBe(2);
    expect((await client.call('GET', `${path}/invitations/${invitation}`)).body.status).toBe('accepted');
  });

  it('counts requests by route and status, and effects by record', async () => {
    const { control } = client.sandbox;
    await control.reset('keep');
    const made = await client.call('POST', '/organizations', { name: 'Counted' });
    await client.call('PATCH', `/organizations/${made.body.id}`, { name: 'Counted again' });
    await client.call('PATCH', `/organizations/${made.body.id}`, { max_allowed_memberships: -1 });
    const { traffic } = await control.state();
    expect(traffic).toEqual({
      requests: 3,
      cut: 0,
      byRoute: { 'POST /organizations': 1, 'PATCH /organizations/:id': 2 },
      byStatus: { '200': 2, '422': 1 },
      effects: { [`organization.create:${made.body.id}`]: 1, [`organization.update:${made.body.id}`]: 1 },
      marks: { 'organization.create:counted': 1, 'organization.update:counted': 1 },
    });
    const entries = await control.requests();
    expect(entries.map(({ method, path, status }) => [method, path, status])[0]).toEqual([
      'POST',
      '/organizations',
      200,
    ]);
  });

  it('resets everything to the seeded start', async () => {
    const { control } = client.sandbox;
    const before = (await client.call('GET', '/organizations?limit=500')).body;
    await control.addFault({ kind: 'drop' });
    await control.setRateLimit({ limit: 1 });
    await control.setReadLag(5_000);
    await control.edit([{ call: { method: 'POST', path: '/organizations', body: { name: 'Gone soon' } } }]);
    const state = await control.reset();
    expect(state).toMatchObject({ faults: [], rateLimit: null, readLagMs: 0, traffic: { requests: 0 } });
    const after = (await client.call('GET', '/organizations?limit=500')).body;
    expect(after.total_count).toBe(20);
    expect(before.total_count).toBeGreaterThan(20);
  });

  it('refuses typos and web pages', async () => {
    const { controlUrl } = client.sandbox;
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      fetch(controlUrl + path, { method: 'POST', body, headers });
    expect((await post('/down', '{"mod":"refused"}')).status).toBe(400);
    expect((await post('/down', 'nonsense')).status).toBe(400);
    expect((await post('/down', '{}', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await client.call('GET', '/instance')).status).toBe(200);
  });

  it('never shows a key', async () => {
    const state = JSON.stringify(await client.sandbox.control.state());
    expect(state).not.toContain('sk_');
  });

  it('is not served on an address that others can reach', async () => {
    const open = await startSandbox({ scale: 0.05, host: '0.0.0.0' });
    const port = new URL(open.url).port;
    expect((await fetch(`http://127.0.0.1:${port}/_sandbox/state`)).status).toBe(404);
    expect((await open.control.state()).availability).toBe('up');
    await open.close();
  });
});
