import { PageQuery } from '@shared/contract/page';
import type { Resolution } from '@shared/contract/plan';
import { describe, expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { drafts } from './drafts';
import { startReconcile } from './reconcile-rig';

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
    expect(valueIn(ofRun({ choose: 'theirs' }))).toMatchObject({
      access: [],
      groups: [],
      seats: [],
      admins: [],
    });
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
    expect(valueIn(of('organization'))).toEqual({
      ...blast,
      access: [],
      groups: [],
      permissions: [],
      people: { gain: 0, lose: 0 },
    });
    expect(valueIn(of('membership'))).toEqual({ ...blast, seats: [] });
    await rig.stage(drafts.role(member.id, 'org:billing'));
    await rig.plan();
    expect(of('membership')).toMatchObject({ ok: false, error: { code: 'stale-plan' } });
  });
});

describe('people in a blast radius', () => {
  async function leaver() {
    const rig = await startReconcile();
    const facets = await rig.store.facets(PageQuery.parse({ entity: 'membership' }), 'userId');
    for (const { value } of facets) {
      const rows = await rig.store.list('membership', [{ field: 'userId', op: 'eq', value }]);
      if (rows.length > 2 && !rows.some(({ role }) => role === 'org:admin')) return { rig, rows };
    }
    throw new Error('somebody is in three organizations');
  }

  it('are counted once, in however many organizations they are and whatever roles they have there', async () => {
    const { rig, rows } = await leaver();
    await rig.stage(...rows.map(({ id }) => drafts.remove('membership', id)));
    const { blast, steps } = await rig.plan();
    expect(blast.people).toEqual({ gain: 0, lose: 1 });
    expect(blast.groups.map(({ people }) => people)).toEqual(blast.groups.map(() => 1));
    expect(blast.groups.reduce((sum, { organizations }) => sum + organizations, 0)).toBe(rows.length);
    expect(blast.permissions.map(({ people }) => people)).toEqual(blast.permissions.map(() => 1));
    expect(steps.map(({ irreversible }) => irreversible)).toEqual(rows.map(() => true));
    expect(new Set(steps.map(({ lasting }) => lasting)).size).toBe(1);
  });

  it('leave every organization once when they are deleted, and it is named', async () => {
    const { rig, rows } = await leaver();
    const [first, second, ...others] = rows;
    if (!first || !second) throw new Error('somebody is in three organizations');
    await rig.stage(
      drafts.remove('user', first.userId),
      drafts.remove('membership', first.id),
      drafts.role(second.id, 'org:admin'),
    );
    const { blast } = await rig.plan();
    const held = await rig.store.getMany(
      'organization',
      rows.map(({ organizationId }) => organizationId),
    );
    const before = ({ membersCount = 0, pendingInvitationsCount = 0 }) =>
      membersCount + pendingInvitationsCount;
    expect(new Map(blast.seats.map((each) => [each.organizationName, each.before - each.after]))).toEqual(
      new Map([first, second, ...others].map(({ organizationName }) => [organizationName, 1])),
    );
    for (const seats of blast.seats)
      expect(seats.before).toBe(before(held.get(seats.organizationId as never) ?? {}));
    expect(blast.admins).toEqual([]);
    // Nobody is told of seats in an organization that goes as well.
    await rig.stage(drafts.remove('organization', second.organizationId));
    const { blast: all } = await rig.plan();
    expect(all.seats.map(({ organizationId }) => organizationId)).not.toContain(second.organizationId);
  });

  it('are judged once where both their role and the permissions of a role change', async () => {
    const { rig, rows } = await leaver();
    const [viewer] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: 'org:viewer' }]);
    const [member] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: 'org:member' }]);
    const [row] = rows.filter(({ role }) => role === 'org:member');
    if (!viewer || !member || !row) throw new Error('the world has viewers and members');
    const gained = 'org:reports:export';
    await rig.stage(drafts.role(row.id, 'org:viewer'), {
      entity: 'role',
      recordId: viewer.id,
      action: {
        verb: 'update',
        field: 'permissionKeys',
        value: [...viewer.permissionKeys, gained].sort(),
      },
    });
    const { blast } = await rig.plan();
    const holders = new Set(
      (await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:viewer' }])).map(
        ({ userId }) => userId,
      ),
    );
    expect(holders.has(row.userId)).toBe(true);
    expect(blast.permissions).toContainEqual({
      permission: gained,
      change: 'gains',
      people: holders.size,
      powerful: true,
    });
  });

  it('hold a role once each, in however many organizations they hold it', async () => {
    const { rig } = await leaver();
    const held = new Map(
      (await rig.store.countDistinct('membership', 'role', 'userId')).map(({ value, count }) => [
        value,
        count,
      ]),
    );
    const rows = await rig.store.list('membership', []);
    for (const role of new Set(rows.map((row) => row.role)))
      expect(held.get(role)).toBe(
        new Set(rows.filter((row) => row.role === role).map(({ userId }) => userId)).size,
      );
    expect([...held.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(rows.length);
  });
});
