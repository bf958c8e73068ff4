import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const role = '/organization_roles/{organization_role_id}';
const held = `${role}/permissions/{permission_id}`;
const permission = '/organization_permissions/{permission_id}';

describe.skipIf(specMissing)(`roles and permissions keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  let permissions: readonly Shown[] = [];
  let roles: readonly Shown[] = [];
  beforeAll(async () => {
    contract = await openContract();
    permissions = (await contract.call('get /organization_permissions', 200, { query: 'limit=100' })).data;
    roles = (await contract.call('get /organization_roles', 200, { query: 'limit=100&order_by=key' })).data;
  });
  afterAll(() => contract.close());
  const keyed = (rows: readonly Shown[], key: string): string =>
    rows.find((row) => row.key === key)?.id ?? '';

  it('lists by query and order', async () => {
    expect(permissions).toHaveLength(24);
    expect(roles.map((row) => row.key)).toEqual([
      'org:admin',
      'org:billing',
      'org:member',
      'org:support',
      'org:viewer',
    ]);
    const found = await contract.call('get /organization_permissions', 200, {
      query: 'query=invoices&order_by=-name',
    });
    expect(found).toMatchObject({ total_count: 2 });
    expect(await contract.call('get /organization_roles', 200, { query: 'query=bill' })).toMatchObject({
      total_count: 1,
    });
    await contract.call('get /organization_roles', 422, { query: 'order_by=id' });
    await contract.call('get /organization_permissions', 401, { key: 'sk_live_wrong' });
  });

  it('creates, edits and deletes roles and permissions', async () => {
    const { call } = contract;
    const made = await call('post /organization_permissions', 200, {
      body: { name: 'Run audits', key: 'org:audits:run', description: 'Start an audit.' },
    });
    const path = { permission_id: made.id };
    await call(`get ${permission}`, 200, { path });
    await call(`patch ${permission}`, 200, { path, body: { name: 'Run all audits' } });
    const auditor = await call('post /organization_roles', 200, {
      body: { name: 'Auditor', key: 'org:auditor', permissions: [made.id] },
    });
    const at = { organization_role_id: auditor.id, permission_id: keyed(permissions, 'org:reports:read') };
    await call(`get ${role}`, 200, { path: at });
    await call(`post ${held}`, 200, { path: at });
    await call(`post ${held}`, 409, { path: at });
    expect((await call(`delete ${held}`, 200, { path: at })).permissions).toHaveLength(1);
    await call(`delete ${held}`, 404, { path: at });
    const body = { description: 'Looks at everything.', permissions: [] };
    expect(await call(`patch ${role}`, 200, { path: at, body })).toMatchObject({ permissions: [] });
    await call(`delete ${role}`, 200, { path: at });
    await call(`get ${role}`, 404, { path: at });
    await call(`delete ${permission}`, 200, { path });
    await call(`get ${permission}`, 404, { path });
  });

  it('refuses in the words of the spec', async () => {
    const { call } = contract;
    const admin = { organization_role_id: keyed(roles, 'org:admin') };
    const system = { permission_id: keyed(permissions, 'org:sys_memberships:manage') };
    await call(`delete ${role}`, 422, { path: admin });
    await call(`delete ${role}`, 422, { path: { organization_role_id: keyed(roles, 'org:member') } });
    await call(`delete ${role}`, 422, { path: { organization_role_id: keyed(roles, 'org:viewer') } });
    await call(`delete ${held}`, 422, { path: { ...admin, ...system } });
    await call(`patch ${role}`, 422, { path: admin, body: { permissions: [] } });
    await call(`patch ${role}`, 404, { path: admin, body: { permissions: ['perm_missing'] } });
    await call(`patch ${role}`, 422, { path: admin, body: { key: 'admin' } });
    await call(`patch ${role}`, 422, { path: admin, body: { key: 'org:member' } });
    await call('post /organization_roles', 422, { body: { name: 'No key' } });
    await call('post /organization_roles', 404, {
      body: { name: 'X', key: 'org:x', permissions: ['perm_missing'] },
    });
    await call(`patch ${permission}`, 403, { path: system, body: { name: 'Mine' } });
    await call(`delete ${permission}`, 403, { path: system });
    await call('post /organization_permissions', 422, { body: { name: 'X', key: 'org:sys_x:read' } });
    await call('post /organization_permissions', 422, { body: { name: 'X', key: 'org:reports:read' } });
    await call(`get ${permission}`, 404, { path: { permission_id: 'perm_missing' } });
    await call(`patch ${permission}`, 404, { path: { permission_id: 'perm_missing' }, body: {} });
    await call(`post ${held}`, 404, { path: { ...admin, permission_id: 'perm_missing' } });
  });

  it('shows no permission field that the schema does not name', () => {
    const named = contract.spec.properties('Permission');
    const shown = new Set(permissions.flatMap((row) => Object.keys(row)));
    expect([...shown].filter((name) => !named.includes(name))).toEqual([]);
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      'get /organization_roles',
      'post /organization_roles',
      `get ${role}`,
      `patch ${role}`,
      `delete ${role}`,
      `post ${held}`,
      `delete ${held}`,
      'get /organization_permissions',
      'post /organization_permissions',
      `get ${permission}`,
      `patch ${permission}`,
      `delete ${permission}`,
    ]);
  });
});
