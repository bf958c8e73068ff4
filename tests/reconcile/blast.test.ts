import type { Resolution } from '@shared/contract/plan';
import { describe, expect, it } from 'vitest';
import { drafts } from './drafts';
import { startReconcile, valueIn } from './reconcile-rig';

async function start() {
  const rig = await startReconcile();
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  const organization = member && (await rig.store.get('organization', member.organizationId));
  if (!member || !organization) throw new Error('the world has members');
  return { rig, member, organization };
}

describe('the blast radius of a run', () => {
  it('counts a conflict as it was decided, against what the service holds now', async () => {
    const { rig, member } = await start();
    await rig.stage(drafts.role(member.id, 'org:viewer'));
    await rig.sandbox.control.edit([
      {
        membership: { organization_id: member.organizationId, user_id: member.userId },
        set: { role: 'org:billing' },
      },
    ]);
    const plan = await rig.plan();
    expect(plan.blast.access).toEqual([]);
    const [intent] = await rig.open();
    const ofRun = (resolution: Resolution) =>
      rig.reconciler.blast({
        planHash: plan.hash,
        intentIds: intent ? [intent.id] : [],
        resolutions: { [intent?.id ?? '']: resolution },
      });
    const permissions = async (role: string): Promise<readonly string[]> => {
      const [row] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: role }]);
      return row?.permissionKeys ?? [];
    };
    const held = await permissions('org:billing');
    for (const [role, resolution] of [
      ['org:viewer', { choose: 'mine' }],
      ['org:support', { choose: 'other', value: 'org:support' }],
    ] as const) {
      const wanted = await permissions(role);
      const expected = [
        ...wanted.filter((key) => !held.includes(key)).map((key) => `gains ${key}`),
        ...held.filter((key) => !wanted.includes(key)).map((key) => `loses ${key}`),
      ];
      expect(expected).not.toEqual([]);
      const { access } = valueIn(ofRun(resolution));
      expect(access.map(({ change, permission }) => `${change} ${permission}`)).toEqual(expected);
      expect(access.map(({ people }) => people)).toEqual(expected.map(() => [member.userName]));
    }
    expect(valueIn(ofRun({ choose: 'theirs' }))).toEqual({ access: [], seats: [], admins: [] });
    expect(ofRun({ choose: 'other', value: 'org:boss' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  it('is that of the steps that go, and of no plan but the last', async () => {
    const { rig, member, organization } = await start();
    await rig.stage(
      drafts.role(member.id, 'org:viewer'),
      drafts.organization(organization.id, 'maxAllowedMemberships', 400),
    );
    const { hash, steps, blast } = await rig.plan();
    const of = (entity: string) =>
      rig.reconciler.blast({
        planHash: hash,
        resolutions: {},
        intentIds: steps.filter((step) => step.entity === entity).map(({ intentId }) => intentId),
      });
    expect(valueIn(of('organization'))).toEqual({ ...blast, access: [] });
    expect(valueIn(of('membership'))).toEqual({ ...blast, seats: [] });
    await rig.stage(drafts.role(member.id, 'org:billing'));
    await rig.plan();
    expect(of('membership')).toMatchObject({ ok: false, error: { code: 'stale-plan' } });
  });
});
