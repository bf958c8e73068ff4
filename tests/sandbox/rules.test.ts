import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient, type Shown } from './open-client';

let time = Date.UTC(2026, 10, 2);
let client: Client;
let users: readonly Shown[] = [];
beforeAll(async () => {
  client = await openClient({ real: () => time });
  users = (await client.call('GET', '/users?limit=100')).rows;
});
afterAll(() => client.close());

const create = async (name: string, more: object = {}): Promise<string> =>
  (await client.call('POST', '/organizations', { name, created_by: users[0]?.id, ...more })).body.id;
const add = (organization: string, index: number, role = 'org:member') =>
  client.call('POST', `/organizations/${organization}/memberships`, { user_id: users[index]?.id, role });
const invite = (organization: string, email: string, more: object = {}) =>
  client.call('POST', `/organizations/${organization}/invitations`, {
    email_address: email,
    role: 'org:member',
    ...more,
  });
const member = (organization: string, index: number): string =>
  `/organizations/${organization}/memberships/${users[index]?.id}`;

describe('seats', () => {
  it('are taken by members and open invitations alike, and an expired invitation frees its seat', async () => {
    const id = await create('Seats', { max_allowed_memberships: 3 });
    expect((await add(id, 1)).status).toBe(200);
    expect((await invite(id, 'one@guests.example', { expires_in_days: 1 })).status).toBe(200);
    expect(await add(id, 2)).toMatchObject({ status: 403, code: 'organization_membership_quota_exceeded' });
    expect(await invite(id, 'two@guests.example')).toMatchObject({
      status: 403,
      code: 'organization_membership_quota_exceeded',
    });
    time += 86_400_000 + 1;
    const [expired] = (await client.call('GET', `/organizations/${id}/invitations`)).rows;
    expect(expired).toMatchObject({ status: 'expired' });
    expect((await add(id, 2)).status).toBe(200);
  });

  it('may be lowered below what is taken without evicting anyone; 0 lifts the limit', async () => {
    const id = await create('Lowered', { max_allowed_memberships: 3 });
    await add(id, 1);
    const patch = (seats: number) =>
      client.call('PATCH', `/organizations/${id}`, { max_allowed_memberships: seats });
    expect(await patch(1)).toMatchObject({ status: 200, body: { max_allowed_memberships: 1 } });
    expect((await client.call('GET', `/organizations/${id}/memberships`)).body.total_count).toBe(2);
    expect((await add(id, 2)).status).toBe(403);
    await patch(0);
    expect((await add(id, 2)).status).toBe(200);
  });
});

describe('the last admin', () => {
  it('can be neither demoted nor removed, until there is another', async () => {
    const id = await create('Admins');
    const demote = () => client.call('PATCH', member(id, 0), { role: 'org:member' });
    expect(await demote()).toMatchObject({ status: 422, code: 'organization_minimum_permissions_needed' });
    expect(await client.call('DELETE', member(id, 0))).toMatchObject({ status: 422 });
    expect((await client.call('GET', `/organizations/${id}/memberships`)).rows[0]).toMatchObject({
      role: 'org:admin',
    });
    await add(id, 1, 'org:admin');
    expect(await demote()).toMatchObject({ status: 200, body: { role: 'org:member' } });
    expect((await client.call('DELETE', member(id, 1))).status).toBe(422);
  });
});

describe('writes', () => {
  it('bump updated_at even when the clock stands still', async () => {
    const id = await create('Clock');
    const first = await client.call('PATCH', `/organizations/${id}`, { name: 'Clock 1' });
    const second = await client.call('PATCH', `/organizations/${id}`, { name: 'Clock 2' });
    expect(second.body.updated_at).toBeGreaterThan(first.body.updated_at);
  });

  it('drop unknown fields silently, metadata in PATCH /organizations included', async () => {
    const id = await create('Drops', { public_metadata: { kept: 1 } });
    const answer = await client.call('PATCH', `/organizations/${id}`, {
      name: 'Dropped',
      public_metadata: { lost: 1 },
      colour: 'red',
    });
    expect(answer).toMatchObject({ status: 200, body: { name: 'Dropped', public_metadata: { kept: 1 } } });
    expect(answer.body.colour).toBeUndefined();
  });

  it('merge metadata deeply and remove what is null; PUT replaces', async () => {
    const id = await create('Merges', { public_metadata: { a: { b: 1, c: 2 }, d: [1, 2] } });
    const path = `/organizations/${id}/metadata`;
    const patch = { a: { b: null, e: { f: null, g: 3 } }, d: [3] };
    expect((await client.call('PATCH', path, { public_metadata: patch })).body.public_metadata).toEqual({
      a: { c: 2, e: { g: 3 } },
      d: [3],
    });
    expect((await client.call('PUT', path, { public_metadata: { z: 1 } })).body.public_metadata).toEqual({
      z: 1,
    });
    const large = { public_metadata: { text: 'x'.repeat(9000) } };
    expect(await client.call('PATCH', path, large)).toMatchObject({
      status: 422,
      code: 'form_param_exceeds_allowed_size',
    });
  });

  it('keep slugs unique and make free ones', async () => {
    const id = await create('Slug Case', { slug: 'slug-case' });
    expect(await client.call('POST', '/organizations', { name: 'Other', slug: 'slug-case' })).toMatchObject({
      status: 422,
      code: 'form_identifier_exists',
    });
    expect((await client.call('PATCH', `/organizations/${id}`, { slug: 'slug-case' })).status).toBe(200);
    expect((await client.call('POST', '/organizations', { name: 'Slug Case' })).body.slug).toBe(
      'slug-case-2',
    );
  });

  it('refuse a second membership and a second open invitation', async () => {
    const id = await create('Twice');
    expect(await add(id, 0)).toMatchObject({ status: 400, code: 'already_a_member_in_organization' });
    await invite(id, 'x@guests.example');
    expect(await invite(id, 'X@guests.example')).toMatchObject({
      status: 400,
      code: 'organization_invitation_not_unique',
    });
  });

  it('bulk invitations are all or none', async () => {
    const id = await create('Bulk');
    const bulk = ['a@g.example', 'b@g.example', 'a@g.example'].map((email_address) => ({
      email_address,
      role: 'org:member',
    }));
    expect((await client.call('POST', `/organizations/${id}/invitations/bulk`, bulk)).status).toBe(400);
    expect((await client.call('GET', `/organizations/${id}/invitations`)).body.total_count).toBe(0);
  });

  it('only admins invite', async () => {
    const id = await create('Inviters');
    await add(id, 1);
    expect(await invite(id, 'y@guests.example', { inviter_user_id: users[1]?.id })).toMatchObject({
      status: 403,
      code: 'missing_organization_permission',
    });
    expect((await invite(id, 'y@guests.example', { inviter_user_id: users[0]?.id })).status).toBe(200);
  });

  it('deleting an organization takes its memberships and invitations along', async () => {
    const id = await create('Deleted');
    await invite(id, 'z@guests.example');
    const before = (await client.call('GET', '/organization_memberships?limit=1')).body.total_count;
    expect(await client.call('DELETE', `/organizations/${id}`)).toMatchObject({
      body: { deleted: true, id },
    });
    expect((await client.call('GET', '/organization_memberships?limit=1')).body.total_count).toBe(before - 1);
    expect(
      (await client.call('GET', '/organization_invitations?query=z@guests.example')).body.total_count,
    ).toBe(0);
  });
});

describe('roles', () => {
  it('a renamed key reaches members, invitations and settings', async () => {
    const viewer = (await client.call('GET', '/organization_roles?query=org:viewer')).rows[0]?.id;
    await client.call('PATCH', `/organization_roles/${viewer}`, { key: 'org:reader' });
    const rows = (await client.call('GET', '/organization_memberships?limit=500')).rows.map(
      (row) => row.role,
    );
    expect(rows).toContain('org:reader');
    expect(rows).not.toContain('org:viewer');
    await client.call('PATCH', `/organization_roles/${viewer}`, { key: 'org:viewer' });
  });

  it('can be deleted only while unused', async () => {
    const made = await client.call('POST', '/organization_roles', { name: 'Temp', key: 'org:temp' });
    const id = await create('Role use');
    await add(id, 1, 'org:temp');
    const remove = () => client.call('DELETE', `/organization_roles/${made.body.id}`);
    expect(await remove()).toMatchObject({ status: 422, code: 'organization_role_assigned_members' });
    await client.call('PATCH', member(id, 1), { role: 'org:member' });
    const invited = await invite(id, 'r@guests.example', { role: 'org:temp' });
    expect(await remove()).toMatchObject({ status: 422, code: 'organization_role_exists_in_invitations' });
    await client.call('POST', `/organizations/${id}/invitations/${invited.body.id}/revoke`);
    expect(await remove()).toMatchObject({ status: 200, body: { deleted: true } });
  });

  it('are at most ten', async () => {
    for (let n = 1; n <= 5; n += 1)
      await client.call('POST', '/organization_roles', { name: `R${n}`, key: `org:r${n}` });
    expect(await client.call('POST', '/organization_roles', { name: 'R6', key: 'org:r6' })).toMatchObject({
      status: 403,
      code: 'organization_instance_roles_quota_exceeded',
    });
  });
});
