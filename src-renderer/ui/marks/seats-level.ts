/** How full an organization is. `near` from 90 %, `over` past the limit. */
export type SeatsLevel = 'unlimited' | 'free' | 'near' | 'full' | 'over';

/** The level of `used` seats of `limit`, where a limit of 0 means none. */
export function seatsLevel(used: number, limit: number): SeatsLevel {
  if (limit === 0) return 'unlimited';
  if (used > limit) return 'over';
  if (used === limit) return 'full';
  return used / limit >= 0.9 ? 'near' : 'free';
}
