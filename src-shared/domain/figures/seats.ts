import { t } from '../../language/t';

/** How full an organization is. `near` from 90 %, `over` past the limit. */
export const seatsLevels = ['unlimited', 'free', 'near', 'full', 'over'] as const;
/** The levels in words. */
export const seatsLevelWords: Readonly<Record<SeatsLevel, string>> = {
  over: t('Over the limit'),
  full: t('Full'),
  near: t('Nearly full'),
  free: t('With free seats'),
  unlimited: t('Unlimited'),
};
export type SeatsLevel = (typeof seatsLevels)[number];

/** The level of `used` seats of `limit`, where a limit of 0 means none. */
export function seatsLevel(used: number, limit: number): SeatsLevel {
  if (limit === 0) return 'unlimited';
  if (used > limit) return 'over';
  if (used === limit) return 'full';
  return used / limit >= 0.9 ? 'near' : 'free';
}

interface Seats {
  readonly membersCount: number;
  readonly pendingInvitationsCount: number;
  /** 0 means unlimited. */
  readonly maxAllowedMemberships: number;
}

/**
 * Seats as the service counts them: members and pending invitations take one each (spec: the refusal
 * `organization_membership_quota_exceeded` says "including outstanding invitations").
 */
export function seatFigures({ membersCount, pendingInvitationsCount, maxAllowedMemberships: limit }: Seats) {
  const seatsUsed = membersCount + pendingInvitationsCount;
  const limited = limit > 0;
  return {
    seatsUsed,
    freeSeats: limited ? limit - seatsUsed : null,
    fullness: limited ? Math.round((seatsUsed / limit) * 10_000) / 10_000 : null,
    seatsLevel: seatsLevel(seatsUsed, limit),
  };
}
