import { createStaging } from '@main/reconcile/staging/create-staging';
import type { IntentDraft } from '@shared/domain/intent';
import { expect, it, onTestFinished } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { startRig, startWorld } from './sync-rig';

type Wire = Record<string, unknown> & { id: string };

/** A rig over a service that says more of one person, a plain member, than the sandbox does. */
async function startSaying(change: (user: Wire, directoryId: string) => Wire, scale = 0.02) {
  const sandbox = await startWorld({ scale });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  const rig = await startRig({ scale }, { url: proxy.url, apiKey: sandbox.secretKey });
  await rig.sweep();
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (member === undefined) throw new Error('a world has members');
  const directory = (await rig.store.list('directory', [])).find((each) => each.groupRoleMappingEnabled);
  proxy.alter = ({ path, body }) =>
    path === '/users'
      ? {
          body: (body as Wire[]).map((user) =>
            user.id === member.userId ? change(user, directory?.id ?? '') : user,
          ),
        }
      : undefined;
  await rig.sweep();
  let ids = 0;
  const staging = createStaging({
    store: rig.store,
    now: Date.now,
    newId: () => `a${String(++ids).padStart(9, '0')}`,
  });
  return { rig, member, staging, directory, sandbox };
}

it('people are found by any of their addresses, not by the primary one alone', async () => {
  const { rig, member } = await startSaying((user) => ({
    ...user,
    email_addresses: [
      { id: 'idn_2', email_address: 'second.address@elsewhere.example' },
      ...(user.email_addresses as object[]),
    ],
    phone_numbers: [{ id: 'idn_3', phone_number: '+4915112345678' }],
  }));
  for (const text of ['second.address@elsewhere', '15112345']) {
    const page = await rig.store.page({ entity: 'user', where: [], text, offset: 0, limit: 10 });
    expect(page.rows.map(({ id }) => id)).toEqual([member.userId]);
  }
  const row = await rig.store.get('user', member.userId as never);
  expect(row?.emails).toEqual([row?.email, 'second.address@elsewhere.example']);
});

it('what somebody signs in with is copied: second factors, passkeys, and accounts that were proven to be theirs', async () => {
  const account = (provider: unknown, status: string) => ({ provider, verification: { status } });
  const { rig, member } = await startSaying((user) => ({
    ...user,
    totp_enabled: false,
    phone_numbers: [{ id: 'idn_3', phone_number: '+4915112345678', reserved_for_second_factor: true }],
    passkeys: [{ id: 'idn_5' }, { id: 'idn_6' }],
    external_accounts: [
      account('oauth_google', 'verified'),
      account('oauth_apple', 'verified'),
      account('oauth_google', 'verified'),
      account('oauth_slack', 'unverified'),
      account(null, 'verified'),
      7,
    ],
  }));
  expect(await rig.store.get('user', member.userId as never)).toMatchObject({
    secondFactors: ['phone_code'],
    passkeys: 2,
    providers: ['oauth_apple', 'oauth_google'],
  });
});

it('whom a directory manages is not edited here, and the directory is named', async () => {
  const scim = { directory_id: 'dir_okta', directory_enabled: true, external_id: 'x' };
  const { rig, member, staging } = await startSaying((user) => ({ ...user, scim }));
  const person = { entity: 'user', recordId: member.userId } as const;
  const refused: readonly IntentDraft[] = [
    drafts.role(member.id, 'org:viewer'),
    drafts.remove('membership', member.id),
    { ...person, action: { verb: 'update', field: 'firstName', value: 'Noor' } },
    { ...person, action: { verb: 'delete' } },
    { ...person, action: { verb: 'perform', operation: 'addEmail', values: { email: 'noor@own.example' } } },
    { ...person, action: { verb: 'perform', operation: 'addPhone', values: { phone: '+4915112345678' } } },
  ];
  for (const draft of refused) {
    const { staged, rejected } = await staging.stage([draft]);
    expect(staged).toEqual([]);
    expect(rejected[0]?.failure).toMatchObject({ code: 'directory-managed' });
    expect(rejected[0]?.failure.message).toContain('dir_okta');
  }
  expect(await rig.store.intents({})).toEqual([]);
  // Keeping somebody out is no directory's business.
  const ban = { ...person, action: { verb: 'update', field: 'banned', value: true } } as const;
  expect(await staging.stage([ban])).toMatchObject({ rejected: [], staged: [{ recordId: member.userId }] });
});

it('who has a role by a group of the directory is refused naming both', async () => {
  const scim = (user: Wire, id: string): Wire => ({
    ...user,
    scim: { directory_id: id, directory_enabled: true, external_id: 'x' },
  });
  const { member, staging, directory } = await startSaying(scim, 0.1);
  const { rejected } = await staging.stage([drafts.role(member.id, 'org:viewer')]);
  expect(rejected[0]?.failure).toMatchObject({ code: 'directory-managed' });
  expect(rejected[0]?.failure.message).toContain(
    `the directory ${directory?.name}, which gives Member to its group Everyone`,
  );
  expect(rejected[0]?.failure.next).toContain('Take them out of Everyone');
});

it('a group that gives no role is not said to give what a person is called', async () => {
  const scim = (user: Wire, id: string): Wire => ({
    ...user,
    scim: { directory_id: id, directory_enabled: true, external_id: 'x' },
  });
  const { rig, member, staging, directory } = await startSaying(scim, 0.1);
  if (directory === undefined) throw new Error('a world has a directory that gives roles');
  const groupRoles = [{ group: 'idle', role: '' }, ...directory.groupRoles];
  await rig.store.write({ put: [{ entity: 'directory', record: { ...directory, groupRoles } }] });
  const { rejected } = await staging.stage([
    {
      entity: 'user',
      recordId: member.userId as never,
      action: { verb: 'update', field: 'firstName', value: 'Noor' },
    },
  ]);
  expect(rejected[0]?.failure.message).toContain(`is managed by the directory ${directory.name}: its next`);
  expect(rejected[0]?.failure.next).toContain('Change it in the directory.');
});

it('a group that gives another role is seen at the next sweep, although nothing of the directory itself changed', async () => {
  const { rig, directory, sandbox } = await startSaying((user) => user, 0.1);
  const headers = { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' };
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${sandbox.url}/v1${path}`, { ...init, headers });
    return { ok: answer.ok, body: (await answer.json()) as { data: { id: string; key: string }[] } };
  };
  const roles = (await call('/organization_roles?limit=100')).body.data;
  const viewer = roles.find(({ key }) => key === 'org:viewer')?.id;
  const body = JSON.stringify({ mappings: [{ directory_group_id: 'everyone', role_id: viewer }] });
  const path = `/directories/${directory?.id}/group_role_mappings`;
  expect((await call(path, { method: 'PUT', body })).ok).toBe(true);
  await rig.sweep();
  expect(await rig.store.get('directory', directory?.id as never)).toMatchObject({
    groupRoles: [{ group: 'everyone', role: 'org:viewer' }],
  });
});

it('whom a directory took out cannot be made a member, nor be invited', async () => {
  const { rig, member, staging } = await startSaying((user) => ({
    ...user,
    deprovisioned: true,
    scim: { directory_id: 'dir_okta', directory_enabled: true, external_id: 'x' },
  }));
  const mine = await rig.store.list('membership', [{ field: 'userId', op: 'eq', value: member.userId }]);
  const inside = new Set(mine.map(({ organizationId }) => organizationId));
  const other = (await rig.store.list('organization', [])).find(({ id }) => !inside.has(id));
  const organizationId = String(other?.id);
  const asked = [
    drafts.add(organizationId, member.userId),
    drafts.invite(organizationId, member.userEmail.toUpperCase()),
    drafts.invite(organizationId, 'somebody.else@own.example'),
  ];
  const { rejected, staged } = await staging.stage(asked);
  expect(rejected.map(({ failure }) => failure.code)).toEqual(['directory-managed', 'directory-managed']);
  expect(rejected[1]?.failure.message).toContain('was deprovisioned by the directory dir_okta');
  expect(staged).toHaveLength(1);
});

it('whom a directory took out can be removed, as the finding proposes; their role is not theirs to change', async () => {
  const { rig, member, staging } = await startSaying((user) => ({
    ...user,
    deprovisioned: true,
    scim: { directory_id: 'dir_okta', directory_enabled: true, external_id: 'x' },
  }));
  const role = await staging.stage([drafts.role(member.id, 'org:viewer')]);
  expect(role.rejected.map(({ failure }) => failure.code)).toEqual(['directory-managed']);
  expect(await staging.stage([drafts.remove('membership', member.id)])).toMatchObject({
    rejected: [],
    staged: [{ recordId: member.id }],
  });
  expect(await rig.store.intents({})).toHaveLength(1);
});

it('what is copied for the first time by this version is no change in history', async () => {
  const { rig, member } = await startSaying((user) => user);
  const row = await rig.store.get('user', member.userId as never);
  if (row === null) throw new Error('a person');
  // As a version that did not copy them had left the row.
  const { emails: _, phones: __, deprovisioned: ___, directoryId: ____, ...old } = row;
  await rig.store.write({
    put: [{ entity: 'user', record: { ...old, sync: { ...row.sync, hash: 'old' } } as never }],
  });
  await rig.sweep();
  expect((await rig.store.get('user', row.id))?.emails).toEqual(row.emails);
  expect(await rig.store.history({ recordId: row.id, limit: 5 })).toEqual([]);
});
