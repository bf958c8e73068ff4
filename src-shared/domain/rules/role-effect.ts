import type { StagingWorld } from './staging-world';
import type { SeatEffect } from './validation';

/** What a member's move from one role to another does to the admins of the organization; '' stands for no role. */
export function roleEffect(
  world: StagingWorld,
  organizationId: string,
  from: string,
  to: string,
): SeatEffect {
  const admin = (role: string): number => (world.roles.get(role)?.elevated ? 1 : 0);
  return {
    organizationId,
    members: Number(to !== '') - Number(from !== ''),
    pending: 0,
    admins: admin(to) - admin(from),
    guarded: true,
  };
}
