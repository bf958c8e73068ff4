import type { IntentDraft } from '@shared/domain/intent';
import { expect, it } from 'vitest';
import { colleague } from './colleague';
import { drafts } from './drafts';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';

const seats = (organizationId: string, value: number): IntentDraft => ({
  ...{ entity: 'organization', recordId: id(organizationId) },
  action: { verb: 'update', field: 'maxAllowedMemberships', value },
});

/** A full organization whose seats are raised here and by a colleague, and somebody who is added to the seats that only ours has. */
async function raisedTwice(): Promise<{ rig: ReconcileRig; label: string }> {
  const rig = await startReconcile({ scale: 0.05 });
  const [organization] = await rig.store.list('organization', [
    { field: 'maxAllowedMemberships', op: 'eq', value: 0 },
    { field: 'membersCount', op: 'gt', value: 1 },
  ]);
  if (organization === undefined) throw new Error('a world has organizations');
  const used = organization.membersCount + organization.pendingInvitationsCount;
  const path = `/organizations/${organization.id}`;
  await rig.stage(
    seats(organization.id, used + 1),
    drafts.invite(organization.id, 'one.more@elsewhere.example', 'org:viewer'),
  );
  await colleague(rig, 'PATCH', path, { max_allowed_memberships: used });
  return { rig, label: organization.name };
}

it('what a limit refuses because what raises it is in conflict waits for that, by name; decided for mine, both go in this order', async () => {
  const { rig, label } = await raisedTwice();
  const { steps } = await rig.plan();
  const [raise, invite] = steps;
  expect(steps).toMatchObject([
    { verdict: 'conflict' },
    { verdict: 'blocked', dependsOn: [raise?.intentId] },
  ]);
  expect(invite?.reason).toContain(`It waits for the conflict over ${label}, Seats`);
  expect(invite?.reason).toContain('seats of the organization are taken');
  expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 0, conflicts: 1, left: 1 });
  const report = await rig.reconcile({ resolutions: { [String(raise?.intentId)]: { choose: 'mine' } } });
  expect(report).toMatchObject({ applied: 2, refused: 0, conflicts: 0, left: 0 });
});

it('decided for theirs, it is refused for what stands in its way', async () => {
  const { rig } = await raisedTwice();
  const [raise] = (await rig.plan()).steps;
  const report = await rig.reconcile({ resolutions: { [String(raise?.intentId)]: { choose: 'theirs' } } });
  expect(report).toMatchObject({ applied: 0, tookTheirs: 1, left: 1 });
  const { steps } = await rig.plan();
  expect(steps).toMatchObject([{ verdict: 'refused', dependsOn: [] }]);
  expect(steps[0]?.reason).toMatch(/^All \d+ seats of the organization are taken\.$/);
});

it('who hands the last admin’s role on waits for the conflict over the next one', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const admins = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:admin' }]);
  const alone = admins.filter(
    ({ organizationId: of }) => admins.filter((one) => one.organizationId === of).length < 2,
  );
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  const last = alone.find(({ organizationId: of }) => members.some((one) => one.organizationId === of));
  const next = members.find(({ organizationId: of }) => of === last?.organizationId);
  if (last === undefined || next === undefined) throw new Error('a world has last admins');
  await rig.stage(drafts.role(next.id, 'org:admin'), drafts.role(last.id, 'org:member'));
  const path = `/organizations/${next.organizationId}/memberships/${next.userId}`;
  await colleague(rig, 'PATCH', path, { role: 'org:viewer' });
  const { steps } = await rig.plan();
  expect(steps).toMatchObject([
    { recordId: next.id, verdict: 'conflict' },
    { recordId: last.id, verdict: 'blocked', dependsOn: [steps[0]?.intentId] },
  ]);
  const report = await rig.reconcile({ resolutions: { [String(steps[0]?.intentId)]: { choose: 'mine' } } });
  expect(report).toMatchObject({ applied: 2, refused: 0, left: 0 });
});
