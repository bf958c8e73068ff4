import { createClerkClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { describe, expect, it } from 'vitest';
import { clerkOn } from './clerk-rig';

/** The refusal that a call of the SDK rejects with. */
const refusalOf = async (call: Promise<unknown>): Promise<{ status: number; codes: readonly string[] }> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isClerkAPIResponseError(error)) throw new Error(`not a refusal: ${String(error)}`);
  return { status: error.status, codes: error.errors.map(({ code }) => code) };
};

describe('the official SDK works against the sandbox over a socket', () => {
  const rig = clerkOn({ scale: 0.1, seed: 3 });

  it('organizations', async () => {
    const { organizations } = rig.clerk;
    const list = await organizations.getOrganizationList({
      limit: 5,
      includeMembersCount: true,
      orderBy: '-members_count',
    });
    expect(list.totalCount).toBe(20);
    expect(list.data).toHaveLength(5);
    expect(list.data[0]?.membersCount).toBeGreaterThan(1);
    const users = await rig.clerk.users.getUserList({ limit: 1 });
    const made = await organizations.createOrganization({
      name: 'Adventure Works',
      createdBy: users.data[0]?.id ?? '',
      maxAllowedMemberships: 3,
      publicMetadata: { tier: 'team' },
    });
    expect(made.slug).toBe('adventure-works');
    const id = made.id;
    expect((await organizations.getOrganization({ slug: made.slug ?? '' })).id).toBe(id);
    expect(
      (await organizations.updateOrganization(id, { name: 'AW', maxAllowedMemberships: 8 }))
        .maxAllowedMemberships,
    ).toBe(8);
    const merged = await organizations.updateOrganizationMetadata(id, {
      publicMetadata: { branding: { primaryColor: '#000000' } },
    });
    expect(merged.publicMetadata).toEqual({ tier: 'team', branding: { primaryColor: '#000000' } });
    const replaced = await organizations.replaceOrganizationMetadata(id, {
      publicMetadata: { tier: 'business' },
    });
    expect(replaced.publicMetadata).toEqual({ tier: 'business' });
    const file = new File([new Uint8Array([137, 80, 78, 71])], 'logo.png', { type: 'image/png' });
    expect((await organizations.updateOrganizationLogo(id, { file })).hasImage).toBe(true);
    expect((await organizations.deleteOrganizationLogo(id)).hasImage).toBe(false);
    await organizations.deleteOrganization(id);
    expect(await refusalOf(organizations.getOrganization({ organizationId: id }))).toMatchObject({
      status: 404,
    });
  });

  it('memberships', async () => {
    const { organizations } = rig.clerk;
    const everyone = await organizations.getInstanceOrganizationMembershipList({
      limit: 500,
      orderBy: '+email_address',
    });
    expect(everyone.totalCount).toBe(900);
    const users = await rig.clerk.users.getUserList({ limit: 3 });
    const [owner, second] = users.data.map(({ id }) => id);
    const made = await organizations.createOrganization({ name: 'Wide World', createdBy: owner ?? '' });
    const pair = { organizationId: made.id, userId: second ?? '' };
    await organizations.createOrganizationMembership({ ...pair, role: 'org:member' });
    const updated = await organizations.updateOrganizationMembership({ ...pair, role: 'org:billing' });
    expect(updated.role).toBe('org:billing');
    expect(updated.permissions).toContain('org:invoices:manage');
    const noted = await organizations.updateOrganizationMembershipMetadata({
      ...pair,
      publicMetadata: { desk: 1 },
    });
    expect(noted.publicMetadata).toEqual({ desk: 1 });
    const members = await organizations.getOrganizationMembershipList({
      organizationId: made.id,
      role: ['org:billing'],
    });
    expect(members.data.map((row) => row.publicUserData?.userId)).toEqual([second]);
    const mine = await rig.clerk.users.getOrganizationMembershipList({ userId: second ?? '' });
    expect(mine.data.some((row) => row.organization.id === made.id)).toBe(true);
    await organizations.deleteOrganizationMembership(pair);
    const last = { organizationId: made.id, userId: owner ?? '' };
    expect(await refusalOf(organizations.deleteOrganizationMembership(last))).toEqual({
      status: 422,
      codes: ['organization_minimum_permissions_needed'],
    });
  });

  it('roles and permissions', async () => {
    const { organizationRoles: roles, organizationPermissions: permissions } = rig.clerk;
    expect((await permissions.getOrganizationPermissionList({ limit: 50 })).data).toHaveLength(24);
    const permission = await permissions.createOrganizationPermission({ name: 'Fly', key: 'org:planes:fly' });
    const role = await roles.createOrganizationRole({
      name: 'Pilot',
      key: 'org:pilot',
      permissions: [permission.id],
    });
    expect(role.permissions.map(({ key }) => key)).toEqual(['org:planes:fly']);
    const both = { organizationRoleId: role.id, permissionId: permission.id };
    expect((await roles.removePermissionFromOrganizationRole(both)).permissions).toEqual([]);
    expect((await roles.assignPermissionToOrganizationRole(both)).permissions).toHaveLength(1);
    expect((await roles.updateOrganizationRole({ organizationRoleId: role.id, name: 'Captain' })).name).toBe(
      'Captain',
    );
    expect((await roles.deleteOrganizationRole(role.id)).deleted).toBe(true);
    expect((await permissions.deleteOrganizationPermission(permission.id)).deleted).toBe(true);
  });

  it('invitations', async () => {
    const { organizations } = rig.clerk;
    const [owner] = (await rig.clerk.users.getUserList({ limit: 1 })).data;
    const made = await organizations.createOrganization({ name: 'Proseware', createdBy: owner?.id ?? '' });
    const organizationId = made.id;
    const first = await organizations.createOrganizationInvitation({
      organizationId,
      emailAddress: 'a@guests.example',
      role: 'org:member',
      inviterUserId: owner?.id ?? '',
    });
    const many = await organizations.createOrganizationInvitationBulk(organizationId, [
      { emailAddress: 'b@guests.example', role: 'org:viewer' },
      { emailAddress: 'c@guests.example', role: 'org:viewer' },
    ]);
    expect(many.totalCount).toBe(2);
    const pending = await organizations.getOrganizationInvitationList({
      organizationId,
      status: ['pending'],
    });
    expect(pending.data).toHaveLength(3);
    const revoked = await organizations.revokeOrganizationInvitation({
      organizationId,
      invitationId: first.id,
    });
    expect(revoked.status).toBe('revoked');
  });

  it('users', async () => {
    const { users } = rig.clerk;
    expect(await users.getCount()).toBe(500);
    const page = await users.getUserList({ limit: 10, orderBy: '-created_at' });
    expect(page.totalCount).toBe(500);
    const id = page.data[0]?.id ?? '';
    expect((await users.updateUser(id, { firstName: 'Ada', createOrganizationsLimit: 3 })).firstName).toBe(
      'Ada',
    );
    expect(
      (await users.updateUserMetadata(id, { publicMetadata: { vip: true } })).publicMetadata,
    ).toMatchObject({ vip: true });
    expect((await users.banUser(id)).banned).toBe(true);
    expect((await users.lockUser(id)).locked).toBe(true);
    const made = await users.createUser({ emailAddress: ['new@people.example'], firstName: 'New' });
    expect(made.primaryEmailAddress?.emailAddress).toBe('new@people.example');
    expect((await users.deleteUser(made.id)).id).toBe(made.id);
  });

  it('the instance and its organization settings', async () => {
    expect((await rig.clerk.instance.get()).environmentType).toBe('production');
    await rig.clerk.instance.update({ supportEmail: 'help@northwind.example' });
    expect((await rig.clerk.instance.getOrganizationSettings()).creatorRole).toBe('org:admin');
    const settings = await rig.clerk.instance.updateOrganizationSettings({ maxAllowedMemberships: 40 });
    expect(settings.maxAllowedMemberships).toBe(40);
  });

  it('a wrong key is a 401', async () => {
    const stranger = createClerkClient({ secretKey: 'sk_live_wrong', apiUrl: rig.sandbox.url });
    expect(await refusalOf(stranger.users.getCount())).toEqual({ status: 401, codes: ['clerk_key_invalid'] });
  });
});
