import { describe, expect, it } from 'vitest';
import { drafts } from './drafts';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A plain member of an organization with room, and its organization. */
async function someMember(rig: ReconcileRig) {
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (member === undefined) throw new Error('the world has members');
  const organization = await rig.store.get('organization', member.organizationId);
  if (organization === null) throw new Error('a member has an organization');
  return { member, organization };
}

/** What the service holds, asked afresh. */
async function onService<E extends 'membership' | 'organization'>(
  rig: ReconcileRig,
  entity: E,
  recordId: string,
) {
  const row = await rig.store.get(entity, id(recordId));
  if (row === null) throw new Error(`no row ${recordId}`);
  const read = await rig.identity.fetchOne(entity, row);
  return read.ok ? read.value : null;
}

describe('reconciling with the service', () => {
  it('waves of customers are refused where nothing is about one; nothing is sent at once instead', async () => {
    const rig = await startReconcile();
    const { member } = await someMember(rig);
    await rig.stage(drafts.role(member.id, 'org:viewer'));
    const { hash } = await rig.plan();
    const waves = { sizes: [{ kind: 'all' }], between: 'go-on' } as const;
    const request = { planHash: hash, resolutions: {}, onRefusal: 'continue' } as const;
    expect(
      await rig.reconciler.apply({ ...request, waves: { ...waves, sizes: [...waves.sizes] } }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining('cannot go in waves') },
    });
    expect((await rig.open()).map(({ state }) => state)).toEqual(['staged']);
  });

  it('carries edits of every kind out, and the answers become the rows', async () => {
    const rig = await startReconcile();
    const { member, organization } = await someMember(rig);
    await rig.stage(
      drafts.role(member.id, 'org:viewer'),
      drafts.organization(organization.id, 'name', 'Renamed Ltd'),
      drafts.organization(organization.id, 'maxAllowedMemberships', 500),
      drafts.organization(organization.id, 'branding.primaryColor', '#123456'),
      drafts.organization(organization.id, 'logo', pixel),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(plan.steps.map(() => 'clean'));
    expect(plan.steps.map(({ call }) => call)).toContain(`PATCH /organizations/${organization.id}`);
    expect(plan.blast.access).toContainEqual(
      expect.objectContaining({
        change: 'loses',
        permission: 'org:projects:create',
        people: [member.userName],
      }),
    );
    const report = await rig.reconcile();
    expect(report).toMatchObject({ applied: 5, conflicts: 0, refused: 0, left: 0, stoppedBy: null });
    expect(await onService(rig, 'membership', member.id)).toMatchObject({ role: 'org:viewer' });
    const held = await onService(rig, 'organization', organization.id);
    expect(held).toMatchObject({ name: 'Renamed Ltd', maxAllowedMemberships: 500 });
    expect(held?.branding.primaryColor).toBe('#123456');
    expect(held?.logo).toMatch(/^http/);
    expect(await rig.store.get('organization', organization.id)).toMatchObject({
      name: 'Renamed Ltd',
      state: 'synced',
      staged: null,
      server: {},
    });
    expect(await rig.open()).toEqual([]);
    const history = await rig.store.history({ recordId: member.id, limit: 10 });
    expect(history[0]).toMatchObject({
      source: 'local',
      fields: [{ field: 'role', before: 'org:member', after: 'org:viewer' }],
    });
  });

  it('creates an organization with logo, branding, members and invitations, and puts the real ids everywhere', async () => {
    const rig = await startReconcile();
    const [one, two] = await rig.store.list('user', [], 2);
    const values = {
      name: 'Nova Labs',
      slug: 'nova-labs',
      maxAllowedMemberships: 7,
      branding: { primaryColor: '#ff0000', tagline: 'New' },
      logo: pixel,
    };
    await rig.stage(
      drafts.invite('new_nova', 'guest@nova.example'),
      drafts.add('new_nova', String(two?.id)),
      drafts.add('new_nova', String(one?.id), 'org:admin'),
      drafts.create('new_nova', values),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ entity, verb }) => `${verb} ${entity}`)).toEqual([
      'create organization',
      'update organization',
      'create membership',
      'create membership',
      'create invitation',
    ]);
    expect(plan.steps.at(-1)).toMatchObject({ irreversible: true, dependsOn: [plan.steps[0]?.intentId] });
    expect(plan.blast.seats).toEqual([
      { organizationId: 'new_nova', organizationName: 'Nova Labs', before: 0, after: 3, limit: 7 },
    ]);
    expect(plan.blast.admins).toMatchObject([{ before: 0, after: 1 }]);
    const report = await rig.reconcile();
    expect(report).toMatchObject({ applied: 5, left: 0, refused: 0 });
    expect(await rig.store.get('organization', id('new_nova'))).toBeNull();
    const [made] = await rig.store.list('organization', [{ field: 'slug', op: 'eq', value: 'nova-labs' }]);
    expect(made).toMatchObject({ state: 'synced', branding: { tagline: 'New' }, maxAllowedMemberships: 7 });
    expect(made?.logo).toMatch(/^http/);
    const inside = await rig.store.list('membership', [
      { field: 'organizationId', op: 'eq', value: String(made?.id) },
    ]);
    expect(inside.map(({ role, state }) => [role, state]).sort()).toEqual([
      ['org:admin', 'synced'],
      ['org:member', 'synced'],
    ]);
    expect((await rig.staging.undo()).ok).toBe(false);
    const late = await rig.staging.stage([drafts.organization('new_nova', 'name', 'Nova')]);
    expect(late.staged[0]?.recordId).toBe(made?.id);
  });

  it('removes a member and revokes an invitation', async () => {
    const rig = await startReconcile();
    const { member } = await someMember(rig);
    const [invitation] = await rig.store.list(
      'invitation',
      [{ field: 'status', op: 'eq', value: 'pending' }],
      1,
    );
    await rig.stage(
      drafts.remove('membership', member.id),
      drafts.remove('invitation', String(invitation?.id)),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 2 });
    expect(await rig.store.get('membership', member.id)).toBeNull();
    expect(await rig.store.get('invitation', id(String(invitation?.id)))).toMatchObject({
      status: 'revoked',
    });
    const [entry] = await rig.store.history({ recordId: member.id, limit: 1 });
    expect(entry).toMatchObject({ change: 'deleted', source: 'local' });
  });

  it('is not taken back by undo, which says so of its own undo group and goes on with the others', async () => {
    const rig = await startReconcile();
    const { member, organization } = await someMember(rig);
    await rig.stage(drafts.organization(organization.id, 'name', 'Still staged'));
    const [sent] = await rig.stage(drafts.role(member.id, 'org:viewer'));
    await rig.reconcile({ intentIds: sent ? [sent.id] : [] });
    expect(await rig.staging.undo(sent?.gesture)).toMatchObject({
      error: {
        message: expect.stringMatching(/^“Role of .*” was applied meanwhile. Nothing was taken back.$/),
      },
    });
    expect((await rig.open()).map(({ label }) => label)).toHaveLength(1);
    expect(await rig.staging.peekUndo()).toBe(`Name of ${organization.name}`);
    expect(await rig.staging.undo()).toMatchObject({ value: { title: `Name of ${organization.name}` } });
    expect(await rig.staging.peekUndo()).toBeNull();
  });

  it('merges disjoint fields and keeps what the other admin did', async () => {
    const rig = await startReconcile();
    const { organization } = await someMember(rig);
    await rig.stage(drafts.organization(organization.id, 'maxAllowedMemberships', 700));
    await rig.sandbox.control.edit([{ organization: organization.id, set: { name: 'By another admin' } }]);
    const plan = await rig.plan();
    expect(plan.steps[0]).toMatchObject({
      verdict: 'merged',
      base: organization.maxAllowedMemberships,
      mine: 700,
    });
    expect(await rig.reconcile()).toMatchObject({ applied: 1 });
    expect(await onService(rig, 'organization', organization.id)).toMatchObject({
      name: 'By another admin',
      maxAllowedMemberships: 700,
    });
    const entries = await rig.store.history({ recordId: organization.id, limit: 10 });
    expect(entries.map(({ source }) => source)).toEqual(['local', 'remote']);
  });

  it('sends nothing for an edit that the service holds already', async () => {
    const rig = await startReconcile();
    const { member } = await someMember(rig);
    await rig.stage(drafts.role(member.id, 'org:viewer'));
    await rig.sandbox.control.edit([
      {
        membership: { organization_id: member.organizationId, user_id: member.userId },
        set: { role: 'org:viewer' },
      },
    ]);
    expect((await rig.plan()).steps[0]?.verdict).toBe('no-op');
    expect(await rig.reconcile()).toMatchObject({ alreadySo: 1, applied: 0 });
    expect(await rig.store.get('membership', member.id)).toMatchObject({
      role: 'org:viewer',
      state: 'synced',
    });
  });
});

describe('a true conflict', () => {
  async function conflict() {
    const rig = await startReconcile();
    const { member } = await someMember(rig);
    const [intent] = await rig.stage(drafts.role(member.id, 'org:viewer'));
    await rig.sandbox.control.edit([
      {
        membership: { organization_id: member.organizationId, user_id: member.userId },
        set: { role: 'org:billing' },
      },
    ]);
    const plan = await rig.plan();
    return { rig, member, intentId: String(intent?.id), plan };
  }

  it('is shown with base, mine and theirs, and nothing is sent without an answer', async () => {
    const { rig, member, plan } = await conflict();
    expect(plan.steps[0]).toMatchObject({
      verdict: 'conflict',
      base: 'org:member',
      mine: 'org:viewer',
      theirs: 'org:billing',
    });
    expect(plan.blast.access).toEqual([]);
    expect(await rig.store.get('membership', member.id)).toMatchObject({
      state: 'conflict',
      role: 'org:viewer',
    });
    expect(await rig.reconcile()).toMatchObject({ applied: 0, conflicts: 1 });
    expect(await onService(rig, 'membership', member.id)).toMatchObject({ role: 'org:billing' });
    expect((await rig.open())[0]).toMatchObject({ state: 'conflict', theirs: { value: 'org:billing' } });
  });

  it.each([
    ['mine', { choose: 'mine' }, 'org:viewer'],
    ['theirs', { choose: 'theirs' }, 'org:billing'],
    ['other', { choose: 'other', value: 'org:support' }, 'org:support'],
  ] as const)('%s is what the service holds in the end', async (choice, resolution, role) => {
    const { rig, member, intentId } = await conflict();
    const report = await rig.reconcile({ resolutions: { [intentId]: resolution } });
    expect(report).toMatchObject({ conflicts: 0, tookTheirs: choice === 'theirs' ? 1 : 0 });
    expect(await onService(rig, 'membership', member.id)).toMatchObject({ role });
    expect(await rig.store.get('membership', member.id)).toMatchObject({ role, state: 'synced' });
    expect(await rig.open()).toEqual([]);
    if (choice !== 'theirs') return;
    expect((await rig.staging.undo()).ok).toBe(true);
    expect(await rig.store.get('membership', member.id)).toMatchObject({ role: 'org:viewer' });
  });

  it('refuses a third value that cannot be, before anything is sent', async () => {
    const { rig, intentId, plan } = await conflict();
    const resolutions = { [intentId]: { choose: 'other', value: 'org:boss' } } as const;
    const result = await rig.reconciler.apply({ planHash: plan.hash, resolutions, onRefusal: 'continue' });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

describe('a plan', () => {
  it('is not applied when anything it was made from has moved', async () => {
    const rig = await startReconcile();
    const { member } = await someMember(rig);
    await rig.stage(drafts.role(member.id, 'org:viewer'));
    const plan = await rig.plan();
    await rig.stage(drafts.role(member.id, 'org:billing'));
    const stale = await rig.apply(plan);
    expect(stale).toMatchObject({ ok: false, error: { code: 'stale-plan' } });
    expect(await onService(rig, 'membership', member.id)).toMatchObject({ role: 'org:member' });
  });

  it('of some intents leaves the others alone', async () => {
    const rig = await startReconcile();
    const { member, organization } = await someMember(rig);
    const [first] = await rig.stage(drafts.role(member.id, 'org:viewer'));
    await rig.stage(drafts.organization(organization.id, 'name', 'Later'));
    if (first === undefined) throw new Error('staged');
    const plan = await rig.plan(first);
    expect(plan.steps).toHaveLength(1);
    await rig.apply(plan);
    expect((await rig.open()).map(({ label }) => label)).toEqual([organization.name]);
  });

  it('cannot be made offline, and says so', async () => {
    const rig = await startReconcile();
    const { member } = await someMember(rig);
    await rig.stage(drafts.role(member.id, 'org:viewer'));
    await rig.sandbox.control.down('refused');
    expect(await rig.reconciler.plan()).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(await rig.open()).toHaveLength(1);
  });
});
