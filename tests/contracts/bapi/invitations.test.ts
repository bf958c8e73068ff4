import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const list = '/organizations/{organization_id}/invitations';
const one = `${list}/{invitation_id}`;

describe.skipIf(specMissing)(`invitations keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  let organization = '';
  let admin = '';
  beforeAll(async () => {
    contract = await openContract();
    const [user] = await contract.call<readonly Shown[]>('get /users', 200, { query: 'limit=1' });
    admin = user?.id ?? '';
    const made = await contract.call('post /organizations', 200, {
      body: { name: 'Tailspin', created_by: admin, max_allowed_memberships: 4 },
    });
    organization = made.id;
  });
  afterAll(() => contract.close());
  const inside = (): { path: Record<string, string> } => ({ path: { organization_id: organization } });
  const at = (invitation: string): { path: Record<string, string> } => ({
    path: { organization_id: organization, invitation_id: invitation },
  });

  it('lists over the instance by status, text and order', async () => {
    const { call } = contract;
    const all = await call('get /organization_invitations', 200, { query: 'limit=500' });
    expect(all).toMatchObject({ total_count: 42 });
    const pending = await call('get /organization_invitations', 200, { query: 'status=pending&limit=500' });
    const rest = await call('get /organization_invitations', 200, {
      query: 'status=accepted,revoked&limit=500',
    });
    expect(pending.data.length + rest.data.length).toBe(42);
    await call('get /organization_invitations', 200, { query: 'query=guests&order_by=email_address' });
    await call('get /organization_invitations', 422, { query: 'status=lost' });
  });

  it('invites one, invites many, reads and revokes', async () => {
    const { call } = contract;
    const first = await call(`post ${list}`, 200, {
      ...inside(),
      body: {
        email_address: 'Ada@Guests.example',
        role: 'org:member',
        inviter_user_id: admin,
        expires_in_days: 7,
      },
    });
    expect(first).toMatchObject({
      email_address: 'ada@guests.example',
      status: 'pending',
      inviter_id: admin,
    });
    const many = await call(`post ${list}/bulk`, 200, {
      ...inside(),
      body: [
        { email_address: 'b@guests.example', role: 'org:viewer' },
        { email_address: 'c@guests.example', role: 'org:viewer' },
      ],
    });
    expect(many).toMatchObject({ total_count: 2 });
    await call(`get ${list}`, 200, { ...inside(), query: 'status=pending&email_address=b@guests.example' });
    expect(await call(`get ${list}/pending`, 200, inside())).toMatchObject({ total_count: 3 });
    await call(`get ${one}`, 200, at(first.id));
    const body = { requesting_user_id: admin };
    expect(await call(`post ${one}/revoke`, 200, { ...at(first.id), body })).toMatchObject({
      status: 'revoked',
      url: null,
    });
    await call(`post ${one}/revoke`, 400, at(first.id));
    await call('get /users/{user_id}/organization_invitations', 200, { path: { user_id: admin } });
  });

  it('refuses in the words of the spec', async () => {
    const { call } = contract;
    const draft = (email: string, more: object = {}) => ({
      ...inside(),
      body: { email_address: email, role: 'org:member', ...more },
    });
    await call(`post ${list}`, 422, draft('not an address'));
    await call(`post ${list}`, 422, draft('d@guests.example', { expires_in_days: 366 }));
    await call(`post ${list}`, 404, draft('d@guests.example', { role: 'org:nobody' }));
    await call(`post ${list}`, 403, draft('d@guests.example', { inviter_user_id: 'user_missing' }));
    await call(`post ${list}`, 400, draft('b@guests.example'));
    await call(`post ${list}`, 200, draft('e@guests.example'));
    await call(`post ${list}`, 403, draft('f@guests.example'));
    await call(`post ${list}`, 404, {
      ...draft('g@guests.example'),
      path: { organization_id: 'org_missing' },
    });
    const eleven = Array.from({ length: 11 }, (_, index) => ({
      email_address: `n${index}@g.example`,
      role: 'org:member',
    }));
    await call(`post ${list}/bulk`, 400, { ...inside(), body: eleven });
    await call(`post ${list}/bulk`, 422, { ...inside(), body: [] });
    await call(`get ${one}`, 404, at('orginv_missing'));
    await call(`post ${one}/revoke`, 404, at('orginv_missing'));
    await call(`get ${list}`, 404, { path: { organization_id: 'org_missing' } });
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      'get /organization_invitations',
      `get ${list}`,
      `get ${list}/pending`,
      `post ${list}`,
      `post ${list}/bulk`,
      `get ${one}`,
      `post ${one}/revoke`,
      'get /users/{user_id}/organization_invitations',
    ]);
  });
});
