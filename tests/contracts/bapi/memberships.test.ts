import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const one = '/organizations/{organization_id}/memberships/{user_id}';
const list = '/organizations/{organization_id}/memberships';

describe.skipIf(specMissing)(`memberships keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  let organization = '';
  let users: readonly Shown[] = [];
  beforeAll(async () => {
    contract = await openContract();
    users = await contract.call<readonly Shown[]>('get /users', 200, { query: 'limit=500' });
    const made = await contract.call('post /organizations', 200, {
      body: { name: 'Fabrikam', created_by: users[0]?.id, max_allowed_memberships: 3 },
    });
    organization = made.id;
  });
  afterAll(() => contract.close());
  const at = (index: number): { path: Record<string, string> } => ({
    path: { organization_id: organization, user_id: users[index]?.id ?? '' },
  });
  const inside = (): { path: Record<string, string> } => ({ path: { organization_id: organization } });

  it('lists over the instance in every order', async () => {
    for (const field of [
      'created_at',
      'email_address',
      'phone_number',
      'first_name',
      'last_name',
      'username',
    ]) {
      const page = await contract.call('get /organization_memberships', 200, {
        query: `order_by=-${field}&limit=40&offset=7`,
      });
      expect(page.data).toHaveLength(40);
    }
    await contract.call('get /organization_memberships', 422, { query: 'order_by=role' });
    await contract.call('get /organization_memberships', 401, { key: 'sk_live_wrong' });
  });

  it('adds, changes, reads and removes a member', async () => {
    const { call } = contract;
    const body = { user_id: users[1]?.id, role: 'org:member', public_metadata: { desk: 4 } };
    await call(`post ${list}`, 200, { ...inside(), body });
    expect(await call(`patch ${one}`, 200, { ...at(1), body: { role: 'org:viewer' } })).toMatchObject({
      role: 'org:viewer',
      role_name: 'Viewer',
    });
    expect(
      await call(`patch ${one}/metadata`, 200, {
        ...at(1),
        body: { public_metadata: { desk: null, floor: { level: 2 } } },
      }),
    ).toMatchObject({ public_metadata: { floor: { level: 2 } } });
    const found = await call(`get ${list}`, 200, { ...inside(), query: 'role=org:viewer&limit=5' });
    expect(found).toMatchObject({ total_count: 1 });
    await call('get /users/{user_id}/organization_memberships', 200, {
      path: { user_id: users[1]?.id ?? '' },
    });
    await call(`delete ${one}`, 200, at(1));
    await call(`delete ${one}`, 404, at(1));
  });

  it('filters by everything the spec names', async () => {
    const email = users[0]?.email_addresses[0]?.email_address ?? '';
    const filters = [
      `user_id=${users[0]?.id}`,
      `email_address=${encodeURIComponent(email)}`,
      `query=${encodeURIComponent(email.slice(0, 6))}`,
      `email_address_query=${encodeURIComponent(email.slice(0, 6).toUpperCase())}`,
      `name_query=${encodeURIComponent(String(users[0]?.first_name))}`,
      'role=org:admin',
      'created_at_before=4000000000000',
      'created_at_after=1',
    ];
    for (const query of filters)
      expect(await contract.call(`get ${list}`, 200, { ...inside(), query })).toMatchObject({
        total_count: 1,
      });
    for (const query of [
      'phone_number=%2B1',
      'username=nobody',
      'web3_wallet=0x1',
      `user_id=-${users[0]?.id}`,
    ])
      expect(await contract.call(`get ${list}`, 200, { ...inside(), query })).toMatchObject({
        total_count: 0,
      });
  });

  it('refuses in the words of the spec', async () => {
    const { call } = contract;
    const draft = (index: number, role = 'org:member') => ({
      ...inside(),
      body: { user_id: users[index]?.id, role },
    });
    await call(`patch ${one}`, 422, { ...at(0), body: { role: 'org:viewer' } });
    await call(`delete ${one}`, 422, at(0));
    await call(`post ${list}`, 400, draft(0));
    await call(`post ${list}`, 404, draft(2, 'org:nobody'));
    await call(`post ${list}`, 404, { ...inside(), body: { user_id: 'user_missing', role: 'org:member' } });
    await call(`post ${list}`, 422, { ...inside(), body: { role: 'org:member' } });
    await call(`post ${list}`, 200, draft(2));
    await call(`post ${list}`, 200, draft(3));
    await call(`post ${list}`, 403, draft(4));
    await call(`patch ${one}`, 404, { ...at(2), body: { role: 'org:nobody' } });
    await call(`patch ${one}`, 422, { ...at(2), body: {} });
    await call(`patch ${one}/metadata`, 404, { ...at(9), body: {} });
    await call(`get ${list}`, 404, { path: { organization_id: 'org_missing' } });
    await call('get /users/{user_id}/organization_memberships', 404, { path: { user_id: 'user_missing' } });
  });

  it('shows no field that the schemas do not name', async () => {
    const { data } = await contract.call('get /organization_memberships', 200, { query: 'limit=50' });
    const named = contract.spec.properties('OrganizationMembership');
    const shown = new Set(data.flatMap((row) => Object.keys(row)));
    expect([...shown].filter((name) => !named.includes(name))).toEqual([]);
    const organizations = new Set(data.flatMap((row) => Object.keys(row.organization as object)));
    const namedThere = contract.spec.properties('Organization');
    expect([...organizations].filter((name) => !namedThere.includes(name))).toEqual([]);
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      'get /organization_memberships',
      `get ${list}`,
      `post ${list}`,
      `patch ${one}`,
      `patch ${one}/metadata`,
      `delete ${one}`,
      'get /users/{user_id}/organization_memberships',
    ]);
  });
});
