import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract } from '../open-contract';

const all = '/directories';
const one = `${all}/{directory_id}`;
const groups = `${one}/group_role_mappings`;

describe.skipIf(specMissing)(`directories keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract();
  });
  afterAll(() => contract.close());

  const roleId = async (key: string): Promise<string> => {
    const list = await contract.call('get /organization_roles', 200, { query: 'limit=100' });
    return String(list.data.find((role) => role.key === key)?.id);
  };

  it('lists, makes, reads, edits and deletes one; its key is shown once', async () => {
    const { call } = contract;
    const before = await call(`get ${all}`, 200, { query: 'limit=100' });
    expect(before.total_count).toBe(before.data.length);
    expect(before.data.length).toBeGreaterThan(1);
    expect(before.data.every((row) => row.api_key === null)).toBe(true);
    const connections = (await call('get /enterprise_connections', 200, { query: 'limit=100' })).data;
    const served = before.data.map((row) => row.enterprise_connection_id);
    const connection = connections.find(({ id }) => !served.includes(id));
    const body = {
      enterprise_connection_id: String(connection?.id),
      provider: 'okta',
      name: 'Okta of Acme',
      group_role_mappings: [{ directory_group_id: 'g1', role_id: await roleId('org:viewer') }],
    };
    const made = await call(`post ${all}`, 200, { body });
    expect(made).toMatchObject({ enabled: true, group_role_mapping_enabled: true });
    const path = { directory_id: made.id };
    const read = await call(`get ${one}`, 200, { path });
    expect(read).toEqual({ ...made, api_key: null });
    const rotated = await call(`post ${one}/rotate_api_key`, 200, { path });
    expect(new Set([rotated.api_key, made.api_key, null]).size).toBe(3);
    const attributes = { attribute_mapping: { title: 'title', first_name: null } };
    expect(
      await call(`patch ${one}`, 200, { path, body: { name: 'Okta', enabled: false, ...attributes } }),
    ).toMatchObject({ name: 'Okta', enabled: false, attribute_mapping: { title: 'title' } });
    await call(`post ${all}`, 422, { body });
    await call(`delete ${one}`, 200, { path });
    await call(`get ${one}`, 404, { path });
    await call(`post ${all}`, 422, { body: { ...body, enterprise_connection_id: 'entconn_missing' } });
  });

  it('gives roles by group, in an order, and only where it is switched on', async () => {
    const { call } = contract;
    const { data } = await call(`get ${all}`, 200, { query: 'limit=100' });
    const mapped = data.find((row) => row.group_role_mapping_enabled);
    const path = { directory_id: String(mapped?.id) };
    const list = await call(`get ${groups}`, 200, { path });
    expect(list.data.map(({ precedence }) => precedence)).toEqual(list.data.map((_, index) => index + 1));
    const viewer = await roleId('org:viewer');
    const mappings = [
      { directory_group_id: 'new', role_id: viewer },
      { directory_group_id: String(list.data[0]?.directory_group_id), role_id: viewer },
    ];
    const changed = await call(`put ${groups}`, 200, { path, body: { mappings } });
    expect(changed.data.map(({ directory_group_id: id }) => id)).toEqual([
      'new',
      list.data[0]?.directory_group_id,
    ]);
    expect(changed.data[1]?.directory_group_display_name).toBe(list.data[0]?.directory_group_display_name);
    await call(`put ${groups}`, 422, {
      path,
      body: { mappings: [{ directory_group_id: 'new', role_id: 'role_missing' }] },
    });
    await call(`put ${groups}`, 422, { path, body: { mappings: [mappings[0], mappings[0]] } });
    await call(`patch ${one}`, 200, { path, body: { group_role_mapping_enabled: false } });
    await call(`put ${groups}`, 400, { path, body: { mappings: [] } });
    await call(`get ${groups}`, 404, { path: { directory_id: 'dir_missing' } });
  });
});
