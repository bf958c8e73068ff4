import { openIdentity } from '@main/identity/open-identity';
import { expect, test } from 'vitest';
import { startBetterAuth } from '../support/better-auth/start-better-auth';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Server = Awaited<ReturnType<typeof startBetterAuth>>;

const list = async (server: Server, query: string): Promise<readonly Row[]> =>
  (await server.ask('GET', `/tenantry/list?of=${query}`)).data as Row[];

test('only an admin’s session is answered, whatever it asks', async () => {
  const server = await startBetterAuth();
  const signUp = { name: 'Eve', email: 'eve@example.com', password: 'a long password' };
  const { token } = await server.ask('POST', '/sign-up/email', signUp);
  const asked = [
    ['GET', '/tenantry/instance', undefined],
    ['GET', '/tenantry/list?of=user', undefined],
    ['GET', '/tenantry/list?of=role', undefined],
    ['POST', '/tenantry/update-organization', { id: 'a', name: 'b' }],
    ['POST', '/tenantry/update-member', { id: 'a', role: 'owner' }],
    ['POST', '/tenantry/remove-member', { id: 'a' }],
    ['POST', '/tenantry/invite', { organizationId: 'a', email: 'a@example.com', role: 'owner' }],
    ['POST', '/tenantry/revoke', { id: 'a' }],
  ] as const;
  for (const [method, path, json] of asked) {
    expect(await server.ask(method, path, json, String(token))).toMatchObject({ code: 'NOT_AN_ADMIN' });
    expect(await server.ask(method, path, json, 'ended')).toMatchObject({ code: 'UNAUTHORIZED' });
  }
});

test('a list tells what Tenantry reads, and no field that a server keeps for itself', async () => {
  const server = await startBetterAuth();
  const [member] = await list(server, 'member&limit=1');
  const invite = { organizationId: member?.organizationId, email: 'new@example.com', role: 'member' };
  await server.ask('POST', '/tenantry/invite', invite);
  const told = await Promise.all(
    ['user', 'member', 'organization', 'invitation'].map((kind) => list(server, `${kind}&limit=500`)),
  );
  expect(told.map(({ length }) => length > 0)).toEqual([true, true, true, true]);
  expect(JSON.stringify(told)).not.toMatch(/"pin"|pin of/);
  for (const query of ['organization&field=email&value=a', 'user&limit=501', 'session', 'user&field=role'])
    expect(await server.ask('GET', `/tenantry/list?of=${query}`)).toMatchObject({ code: 'VALIDATION_ERROR' });
});

test('the last owner stays, whatever the role of owners is called; removed people leave their teams', async () => {
  const server = await startBetterAuth({ settings: { creatorRole: 'admin', teams: { enabled: true } } });
  const members = await list(server, 'member&limit=3');
  const inRole = (role: string) => members.find((member) => member.role === role);
  const become = (role: string) =>
    server.ask('POST', '/tenantry/update-member', { id: inRole('admin')?.id, role });
  const refused = { code: 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER' };
  expect(await become('owner')).toMatchObject(refused);
  expect(await become('member, admin')).toMatchObject({ role: 'member,admin' });
  expect(await server.ask('POST', '/tenantry/remove-member', { id: inRole('admin')?.id })).toMatchObject(
    refused,
  );

  const member = inRole('member');
  const places = await server.placeInTeam(String(member?.organizationId), String(member?.userId));
  expect(await places()).toBe(1);
  await server.ask('POST', '/tenantry/remove-member', { id: member?.id });
  expect(await places()).toBe(0);
});

test('who is a member already is not invited, and an invitation that is over counts no more', async () => {
  const server = await startBetterAuth({ settings: { invitationExpiresIn: -1 } });
  const [member] = await list(server, 'member&limit=1');
  const { organizationId, user } = member as Row & { user: { email: string } };
  const invite = (email: string) =>
    server.ask('POST', '/tenantry/invite', { organizationId, email, role: 'member' });
  expect(await invite(user.email)).toMatchObject({ code: 'USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION' });
  expect(await invite('late@example.com')).toMatchObject({ status: 'expired' });
  const [organization] = await list(server, `organization&field=id&value=${organizationId}`);
  expect(organization).toMatchObject({ invited: 0, members: 3 });
});

test('a role that is there no more is told as gone', async () => {
  const server = await startBetterAuth();
  const { url, apiKey } = server;
  const port = openIdentity('better-auth', { url, apiKey, fetch, now: Date.now });
  const page = await port.fetchPage('role', { offset: 0, limit: 10 });
  const [role] = page.ok ? page.value.records : [];
  if (role === undefined) throw new Error('no role');
  const row = { ...role, state: 'synced' } as Parameters<typeof port.fetchOne<'role'>>[1];
  expect(await port.fetchOne('role', row)).toMatchObject({ ok: true, value: { key: role.key } });
  const gone = { ...row, id: 'gone' } as typeof row;
  expect(await port.fetchOne('role', gone)).toMatchObject({ ok: true, value: null });
});

test('a role’s permissions cannot be sent: Better Auth has no list of them to look them up in', async () => {
  const server = await startBetterAuth();
  const { url, apiKey } = server;
  const port = openIdentity('better-auth', { url, apiKey, fetch, now: Date.now });
  const values = { key: 'helper', name: 'Helper', permissionKeys: ['member:update'] };
  const sent = await port.send({ verb: 'create', entity: 'role', values });
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'invalid', code: 'not-sendable' } });
  expect(server.received).toEqual([]);
});
