import { expect, test } from '../qa-kit/qa';

test.use({ world: 'northwind', seed: 7, scale: 0.05, now: '2026-11-02T09:00:00Z' });

test('a role changed offline arrives', async ({ tenantry, service }) => {
  const member = await service.pickMember({ role: 'org:member' });
  await service.down();
  await tenantry.changeRole(member, 'org:admin');
  await tenantry.restart();
  await service.up();
  await tenantry.reconcile();
  expect(await service.roleOf(member)).toBe('org:admin');
  expect(await service.received({ method: 'PATCH', path: /memberships/ })).toHaveLength(1);
});
