import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import { describe, expect, it } from 'vitest';
import { colleague } from './colleague';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

async function membersOf(rig: ReconcileRig, organizationId: string): Promise<readonly string[]> {
  const list = (await colleague(rig, 'GET', `/organizations/${organizationId}/memberships?limit=100`)) as {
    data: { public_user_data: { user_id: string } }[];
  };
  return list.data.map(({ public_user_data }) => public_user_data.user_id);
}

const named = (rig: ReconcileRig, query: string) =>
  colleague(rig, 'GET', `/organizations?query=${query}&limit=100`) as Promise<{ data: { id: string }[] }>;

/** A new organization with one admin staged, on a fresh world. */
async function staged(values: { name: string; slug: string; maxAllowedMemberships?: number }) {
  const rig = await startReconcile();
  const [person] = await rig.store.list('user', [], 1);
  if (person === undefined) throw new Error('a world has people');
  await rig.stage(drafts.create('new_acme', values), drafts.add('new_acme', person.id, 'org:admin'));
  return { rig, person };
}

const lostBefore = {
  kind: 'drop',
  phase: 'before',
  match: { method: 'POST', path: '^/organizations$' },
} as const;
const lostAfter = {
  kind: 'drop',
  phase: 'after',
  match: { method: 'POST', path: '^/organizations$' },
} as const;

describe("another's organization is never taken for ours", () => {
  it.each([
    ['of the same name', { name: 'Acme', slug: 'acme' }],
    [
      'of another name and limits',
      { name: 'Acme of somebody else', slug: 'acme', max_allowed_memberships: 3 },
    ],
  ])('when the slug is found taken in the plan, by one %s', async (_, theirs) => {
    const { rig, person } = await staged({ name: 'Acme', slug: 'acme' });
    const made = (await colleague(rig, 'POST', '/organizations', theirs)) as { id: string };
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(['refused', 'blocked']);
    expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1, left: 1 });
    expect(await membersOf(rig, made.id)).not.toContain(person.id);
    expect(await rig.open()).toHaveLength(2);
  });

  it('when it is made between plan and apply: the refusal stays, with the reason of the service', async () => {
    const { rig, person } = await staged({ name: 'Acme', slug: 'acme' });
    const plan = await rig.plan();
    const made = (await colleague(rig, 'POST', '/organizations', { name: 'Acme', slug: 'acme' })) as {
      id: string;
    };
    const report = await rig.apply(plan);
    expect(report).toMatchObject({ ok: true, value: { applied: 0, refused: 1, left: 1 } });
    expect(await membersOf(rig, made.id)).not.toContain(person.id);
    const [creation] = await rig.open();
    expect(creation).toMatchObject({ state: 'refused', outcome: { status: 422 } });
    expect(creation?.outcome?.message).not.toBe('');
  });

  it.each([
    ['another name', { name: 'Acme of somebody else', slug: 'acme' }],
    ['other limits', { name: 'Acme', slug: 'acme', max_allowed_memberships: 3 }],
    ['another creator', { name: 'Acme', slug: 'acme', by: true }],
  ])('when our request was lost and theirs, with %s, has the slug: the admin is asked', async (_, theirs) => {
    const { rig, person } = await staged({ name: 'Acme', slug: 'acme', maxAllowedMemberships: 9 });
    const plan = await rig.plan();
    const [, other] = await rig.store.list('user', [], 2);
    const { by, ...values } = { by: false, ...theirs };
    const made = (await colleague(rig, 'POST', '/organizations', {
      ...values,
      ...(by && { created_by: other?.id, max_allowed_memberships: 9 }),
    })) as { id: string };
    await rig.sandbox.control.addFault(lostBefore);
    const report = await rig.apply(plan);
    expect(report).toMatchObject({ ok: true, value: { applied: 0, conflicts: 1, refused: 0 } });
    expect(await membersOf(rig, made.id)).not.toContain(person.id);
    const [creation] = await rig.open();
    expect(creation).toMatchObject({ state: 'conflict', theirs: { value: { id: made.id } } });
    // The answer "theirs" gives the creation up, and what stands on it; "mine" sends it, and the service refuses.
    const again = await rig.plan();
    expect(again.steps[0]).toMatchObject({ verdict: 'conflict', theirs: { id: made.id, slug: 'acme' } });
    const mine = await rig.reconcile({ resolutions: { [String(creation?.id)]: { choose: 'mine' } } });
    expect(mine).toMatchObject({ applied: 0, refused: 1 });
    expect(await membersOf(rig, made.id)).not.toContain(person.id);
  });

  it('when our request was lost and a namesake without our slug is minutes old: ours is made beside it', async () => {
    const { rig, person } = await staged({ name: 'Namesake', slug: '' });
    const before = new Date(Date.now() - 4 * 60_000).toISOString();
    const made = (await colleague(rig, 'POST', '/organizations', {
      name: 'Namesake',
      slug: 'older',
      created_at: before,
    })) as { id: string };
    await rig.sandbox.control.addFault(lostBefore);
    expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0, conflicts: 0 });
    expect(await membersOf(rig, made.id)).not.toContain(person.id);
    expect((await named(rig, 'Namesake')).data).toHaveLength(2);
  });

  it('"theirs" gives the creation up with all that stands on it, and undo brings both back', async () => {
    const { rig } = await staged({ name: 'Acme', slug: 'acme' });
    const plan = await rig.plan();
    await colleague(rig, 'POST', '/organizations', { name: 'Not ours', slug: 'acme' });
    await rig.sandbox.control.addFault(lostBefore);
    await rig.apply(plan);
    const [creation] = await rig.open();
    const report = await rig.reconcile({ resolutions: { [String(creation?.id)]: { choose: 'theirs' } } });
    expect(report).toMatchObject({ tookTheirs: 1, applied: 0 });
    expect(await rig.open()).toEqual([]);
    await rig.staging.undo();
    expect(await rig.open()).toHaveLength(2);
  });

  it('what is provably ours is found again after a lost answer, and made once', async () => {
    const { rig, person } = await staged({ name: 'Acme', slug: 'acme', maxAllowedMemberships: 9 });
    await rig.sandbox.control.addFault(lostAfter);
    expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0, conflicts: 0 });
    const found = (await named(rig, 'acme')).data;
    expect(found).toHaveLength(1);
    expect(await membersOf(rig, String(found[0]?.id))).toContain(person.id);
  });

  it('a member or an invitation that is there already, in our role, is not claimed as ours', async () => {
    const rig = await startReconcile();
    const [person] = await rig.store.list('user', [], 1);
    const mine = await rig.store.list('membership', [
      { field: 'userId', op: 'eq', value: String(person?.id) },
    ]);
    const taken = new Set(mine.map(({ organizationId }) => organizationId));
    const organization = (await rig.store.list('organization', [])).find(({ id }) => !taken.has(id));
    const organizationId = String(organization?.id);
    await rig.sandbox.control.edit([{ organization: organizationId, set: { max_allowed_memberships: 0 } }]);
    await rig.stage(
      drafts.add(organizationId, String(person?.id), 'org:viewer'),
      drafts.invite(organizationId, 'new@colleague.example', 'org:viewer'),
    );
    const plan = await rig.plan();
    await colleague(rig, 'POST', `/organizations/${organizationId}/memberships`, {
      user_id: person?.id,
      role: 'org:viewer',
    });
    await colleague(rig, 'POST', `/organizations/${organizationId}/invitations`, {
      email_address: 'new@colleague.example',
      role: 'org:viewer',
    });
    const report = await rig.apply(plan);
    expect(report).toMatchObject({ ok: true, value: { applied: 0, alreadySo: 2, refused: 0 } });
    const [newest] = await rig.store.history({ limit: 1 });
    expect(newest).toMatchObject({ source: 'remote', intentId: '' });
  });
});

describe('a membership that was made anew, under another id', () => {
  it.each(['update', 'delete'] as const)(
    'the %s is kept and not sent to it, and the plan says so',
    async (verb) => {
      const rig = await startReconcile();
      const [member] = await rig.store.list(
        'membership',
        [{ field: 'role', op: 'eq', value: 'org:member' }],
        1,
      );
      if (member === undefined) throw new Error('a world has members');
      const { id, organizationId, userId } = member;
      await rig.stage(verb === 'update' ? drafts.role(id, 'org:billing') : drafts.remove('membership', id));
      await colleague(rig, 'DELETE', `/organizations/${organizationId}/memberships/${userId}`);
      await colleague(rig, 'POST', `/organizations/${organizationId}/memberships`, {
        user_id: userId,
        role: 'org:viewer',
      });
      const plan = await rig.plan();
      expect(plan.steps[0]).toMatchObject({ verdict: 'refused', theirs: 'org:viewer' });
      expect(plan.steps[0]?.reason).toContain('made a member anew');
      expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1 });
      expect(await membersOf(rig, organizationId)).toContain(userId);
      expect(await rig.open()).toHaveLength(1);
    },
  );
});

it('a key that a colleague took since the last sync is told in the plan, with whose it is', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const theirs = { name: 'Theirs', description: '' };
  const creation = (entity: 'role' | 'permission', key: string): IntentDraft => ({
    ...{ entity },
    action: { verb: 'create', values: { key, name: 'Ours' } },
  });
  await rig.stage(creation('role', 'org:taken'), creation('permission', 'org:taken:read'));
  await colleague(rig, 'POST', '/organization_roles', { ...theirs, key: 'org:taken', permissions: [] });
  await colleague(rig, 'POST', '/organization_permissions', { ...theirs, key: 'org:taken:read' });
  const { steps } = await rig.plan();
  expect(steps.map(({ reason }) => reason).sort()).toEqual([
    'Key org:taken is taken by Theirs on the service, and nothing here gives it up.',
    'Key org:taken:read is taken by Theirs on the service, and nothing here gives it up.',
  ]);
});

it('whose invitation has run out is invited again, though no sync has said that it has', async () => {
  const rig = await startReconcile();
  const [organization] = await rig.store.list('organization', [
    { field: 'maxAllowedMemberships', op: 'eq', value: 0 },
  ]);
  const again = drafts.invite(String(organization?.id), 'late.reader@elsewhere.example');
  await rig.stage(again);
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  await expect(rig.stage(again)).rejects.toThrow('already, or invited');
  const days = 31 * 86_400_000;
  rig.leap(days);
  await rig.sandbox.control.setClock({ advanceMs: days });
  await rig.stage(again);
  expect(await rig.reconcile()).toMatchObject({ applied: 1, alreadySo: 0 });
});

it('a domain that another connection has, be it since the last sync, is told in the plan with whose it is, and the service decides; one that is given up is waited for', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [one, other] = await rig.store.list('enterpriseConnection', [], 2);
  if (one === undefined || other === undefined) throw new Error('a world has connections');
  const [given = ''] = other.domains;
  const set = (of: RecordId, domains: string[]): IntentDraft => ({
    ...{ entity: 'enterpriseConnection', recordId: of },
    action: { verb: 'update', field: 'domains', value: domains },
  });
  const named = (name: string, domains: string[]) => ({ name, provider: 'saml_okta', domains });
  await colleague(rig, 'POST', '/enterprise_connections', named('Theirs', ['new.example']));
  const ours: IntentDraft = {
    entity: 'enterpriseConnection',
    action: { verb: 'create', values: named('Ours', ['ours.example', given]) },
  };
  await rig.stage(set(one.id, [...one.domains, 'New.example']), ours);
  expect((await rig.plan()).steps.map(({ verdict, reason }) => `${verdict}: ${reason}`).sort()).toEqual([
    `clean: On the service ${other.name} has ${given} too, and it may refuse a second one.`,
    'clean: On the service Theirs has new.example too, and it may refuse a second one.',
  ]);
  expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 2 });
  await rig.staging.withdraw((await rig.open()).map(({ id }) => id));
  await rig.stage(ours, set(other.id, ['elsewhere.example']));
  expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0 });
});
