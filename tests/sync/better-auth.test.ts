import { openIdentity } from '@main/identity/open-identity';
import { entitiesOf } from '@shared/domain/entity';
import { expect, test } from 'vitest';
import { startBetterAuth } from '../support/better-auth/start-better-auth';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { beginSync, openTempStore, sweepOnce } from './sync-rig';

test('a Better Auth server is copied: people, organizations, members, roles, invitations; what it has not is named', async () => {
  const server = await startBetterAuth({ people: 25, organizations: 4 });
  const port = openIdentity('better-auth', { url: server.url, apiKey: server.apiKey, fetch, now: Date.now });
  const lacks = port.lacks ?? {};
  const entities = entitiesOf('b2b').filter((entity) => lacks[`list.${entity}`] === undefined);
  expect([...entities].sort()).toEqual(['invitation', 'membership', 'organization', 'role', 'user']);
  const why = { state: 'missing', reason: 'Better Auth does not take this change.' };
  for (const name of [
    ...['takes.create.organization', 'takes.create.user', 'takes.delete.user', 'takes.delete.organization'],
    ...['takes.update.user.lastName', 'takes.update.user.publicMetadata', 'takes.update.organization.logo'],
    ...['takes.perform.user.revokeSessions', 'takes.create.invitation.redirectUrl'],
  ])
    expect(lacks[name as 'takes.'], name).toMatchObject(why);
  for (const name of [
    ...['takes.create.invitation', 'takes.create.invitation.expiresInDays', 'takes.create.invitation.notify'],
    ...[
      'takes.update.user.firstName',
      'takes.update.user.banned',
      'takes.update.organization.publicMetadata',
    ],
    ...['takes.update.membership.role', 'takes.delete.membership', 'takes.delete.invitation'],
  ])
    expect(lacks[name as 'takes.'], name).toBeUndefined();
  expect(lacks['list.template']).toMatchObject({ state: 'missing', reason: 'Better Auth has no templates.' });

  const page = (offset: number) => port.fetchPage('user', { offset, limit: 10 });
  // All came at one moment: however the database orders them for each page, nobody is missed.
  const pages = [await page(0)];
  server.turnEquals();
  pages.push(await page(10), await page(20));
  const ids = pages.flatMap((answer) => (answer.ok ? answer.value.records.map(({ id }) => id) : []));
  expect(new Set(ids).size).toBe(25);

  const first = await server.ask('GET', '/tenantry/list?of=organization&limit=1');
  const [acme] = first.data as { id: string }[];
  const invite = { organizationId: acme?.id, email: 'New@Example.com', role: 'member' };
  await server.ask('POST', '/tenantry/invite', invite);

  const store = await openTempStore(await temporaryFolder());
  const sync = beginSync({ store, port, entities });
  await sweepOnce(sync);
  // What the doctor tells of the server, once it was asked who it is.
  expect(port.version?.()).toBe('');
  await port.instanceId();
  expect(port.version?.()).toMatch(/^Better Auth \d+\.\d+\.\d+, plugin 2$/);
  const counts = await Promise.all(entities.map(async (entity) => [entity, await store.count(entity)]));
  expect(Object.fromEntries(counts)).toEqual({
    ...{ user: 25, organization: 4, membership: 12, role: 3, invitation: 1 },
  });
  const [invitation] = await store.list('invitation', [], 1);
  expect(invitation).toMatchObject({ email: 'new@example.com', status: 'pending', role: 'member' });
  const organizations = await store.list('organization', [], 10);
  const row = organizations.find(({ id }) => id === acme?.id);
  expect(row).toMatchObject({
    name: 'Acme 0',
    slug: 'acme-0',
    membersCount: 3,
    publicMetadata: { tier: 'gold' },
  });
  const members = await store.list('membership', [], 20);
  expect(new Set(members.map(({ role }) => role))).toEqual(new Set(['owner', 'admin', 'member']));
  expect(members[0]).toMatchObject({
    organizationName: expect.stringMatching(/^Acme/),
    userEmail: expect.stringContaining('@'),
  });

  // Taken out there, it goes here; a session that ended takes nothing.
  const gone = members.find(({ role }) => role === 'member');
  await server.ask('POST', '/tenantry/remove-member', { id: gone?.id });
  await sweepOnce(sync);
  expect(await store.count('membership')).toBe(11);
  const stranger = openIdentity('better-auth', { url: server.url, apiKey: 'ended', fetch, now: Date.now });
  expect(await stranger.fetchPage('user', { offset: 0, limit: 1 })).toMatchObject({
    ok: false,
    failure: { kind: 'unauthorized', code: 'UNAUTHORIZED' },
  });
});
