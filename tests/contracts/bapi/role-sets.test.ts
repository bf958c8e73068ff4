import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const all = '/role_sets';
const one = `${all}/{role_set_key_or_id}`;
const at = (key: string) => ({ path: { role_set_key_or_id: key } });
const keysOf = (set: Shown) => (set.roles as readonly Shown[]).map(({ key }) => key);

describe.skipIf(specMissing)(`role sets keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract();
  });
  afterAll(() => contract.close());
  const draft = {
    name: 'Auditors',
    key: 'role_set:auditors',
    default_role_key: 'org:viewer',
    creator_role_key: 'org:admin',
    roles: ['org:admin', 'org:viewer', 'org:support'],
  };

  it('lists, reads, creates and edits them', async () => {
    const { call } = contract;
    const listed = await call(`get ${all}`, 200, { query: 'order_by=key' });
    expect(listed.data.map(({ key, type }) => [key, type])).toEqual([
      ['role_set:default', 'initial'],
      ['role_set:light', 'custom'],
      ['role_set:pilot', 'custom'],
      ['role_set:support_desk', 'custom'],
    ]);
    expect((await call(`get ${all}`, 200, { query: 'query=support' })).total_count).toBe(1);
    const made = await call(`post ${all}`, 200, { body: draft });
    expect(keysOf(made)).toEqual(draft.roles);
    expect(made).toMatchObject({
      type: 'custom',
      default_role: { key: 'org:viewer' },
      creator_role: { key: 'org:admin' },
    });
    expect(await call(`get ${one}`, 200, at(made.id))).toEqual(await call(`get ${one}`, 200, at(draft.key)));
    const body = { name: 'All auditors', default_role_key: 'org:support' };
    expect(await call(`patch ${one}`, 200, { ...at(draft.key), body })).toMatchObject({
      name: 'All auditors',
      default_role: { key: 'org:support' },
    });
    const wider = await call(`post ${one}/roles`, 200, {
      ...at(draft.key),
      body: { role_keys: ['org:billing'] },
    });
    expect(keysOf(wider)).toContain('org:billing');
    const [organization] = (await call('get /organizations', 200, { query: 'limit=1' })).data;
    const path = { organization_id: organization?.id ?? '' };
    const used = await call('patch /organizations/{organization_id}', 200, {
      path,
      body: { role_set_key: draft.key },
    });
    expect(used.role_set_key).toBe(draft.key);
  });

  it('replaces a role, and a whole set, with a migration that ends later', async () => {
    const { call } = contract;
    const replaced = await call(`post ${one}/roles/replace`, 200, {
      ...at(draft.key),
      body: { role_key: 'org:support', to_role_key: 'org:viewer' },
    });
    expect(keysOf(replaced)).not.toContain('org:support');
    expect(replaced).toMatchObject({
      default_role: { key: 'org:viewer' },
      role_set_migration: {
        status: 'in_progress',
        trigger_type: 'role_removal',
        mappings: { 'org:support': 'org:viewer' },
      },
    });
    await call(`post ${one}/roles/replace`, 422, {
      ...at(draft.key),
      body: { role_key: 'org:billing', to_role_key: 'org:viewer' },
    });
    await call(`post ${one}/replace`, 422, {
      ...at('role_set:default'),
      body: { dest_role_set_key: draft.key },
    });
    const body = {
      dest_role_set_key: 'role_set:light',
      reassignment_mappings: { 'org:billing': 'org:viewer', 'org:support': 'org:member' },
    };
    const wrong = { ...body, reassignment_mappings: { 'org:billing': 'org:support' } };
    await call(`post ${one}/replace`, 422, { ...at(draft.key), body: wrong });
    expect(await call(`post ${one}/replace`, 200, { ...at(draft.key), body })).toMatchObject({
      deleted: true,
    });
    await call(`get ${one}`, 404, at(draft.key));
    const [organization] = (await call('get /organizations', 200, { query: 'limit=1' })).data;
    expect(organization?.role_set_key).toBe('role_set:light');
  });

  it('refuses in the words of the spec', async () => {
    const { call } = contract;
    await call(`post ${all}`, 422, { body: { ...draft, key: 'auditors' } });
    await call(`post ${all}`, 422, { body: { ...draft, key: 'role_set:light' } });
    await call(`post ${all}`, 422, { body: { ...draft, default_role_key: 'org:member' } });
    await call(`post ${all}`, 422, { body: { ...draft, roles: [] } });
    await call(`post ${all}`, 404, { body: { ...draft, roles: ['org:missing'] } });
    await call(`post ${all}`, 422, { body: { name: 'Nothing else' } });
    for (let nth = 0; nth < 6; nth += 1)
      await call(`post ${all}`, 200, { body: { ...draft, key: `role_set:more_${nth}` } });
    await call(`post ${all}`, 403, { body: draft });
    await call(`get ${one}`, 404, at('role_set:missing'));
    await call(`patch ${one}`, 422, { ...at('role_set:light'), body: { creator_role_key: 'org:billing' } });
    await call(`post ${one}/roles`, 404, { ...at('role_set:missing'), body: { role_keys: ['org:viewer'] } });
    await call(`get ${all}`, 401, { key: 'sk_live_wrong' });
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      `get ${all}`,
      `post ${all}`,
      `get ${one}`,
      `patch ${one}`,
      `post ${one}/replace`,
      `post ${one}/roles`,
      `post ${one}/roles/replace`,
    ]);
  });
});
