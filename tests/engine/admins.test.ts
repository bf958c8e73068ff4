import { pageExtras } from '@main/engine/extras';
import { isElevated } from '@shared/domain/access';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { startReconcile } from '../reconcile/reconcile-rig';

it('counts as admins those whom staging guards: who may manage members and nothing more is none', async () => {
  const rig = await startReconcile();
  const [viewer] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: 'org:viewer' }]);
  const [organization] = await rig.store.list('organization', [], 1);
  if (!viewer || !organization) throw new Error('the world has viewers');
  const adminsNow = async (): Promise<unknown> => {
    const [row] = await rig.store.list('organization', [{ field: 'id', op: 'eq', value: organization.id }]);
    return (await pageExtras({ store: rig.store, now: Date.now }, 'organization', row ? [row] : []))[
      organization.id
    ]?.admins;
  };
  const members = await rig.store.list('membership', [
    { field: 'organizationId', op: 'eq', value: organization.id },
  ]);
  const [member] = members.filter(({ role }) => role === 'org:member');
  if (!member) throw new Error('the organization has members');
  const before = await adminsNow();
  const keys = [...new Set([...viewer.permissionKeys, 'org:sys_memberships:manage'])].sort();
  expect(isElevated(keys)).toBe(false);
  await rig.stage(
    { entity: 'role', recordId: viewer.id, action: { verb: 'update', field: 'permissionKeys', value: keys } },
    drafts.role(member.id, 'org:viewer'),
  );
  expect(await adminsNow()).toBe(before);
});
