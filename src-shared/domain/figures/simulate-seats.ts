/** What counts of an organization where its seats are limited. */
export interface Seated {
  readonly id: string;
  readonly name: string;
  readonly membersCount: number;
  readonly pendingInvitationsCount: number;
}

/** An organization that a limit would not hold. */
export interface OverLimit extends Seated {
  /** Members beyond the limit. */
  readonly withoutSeat: number;
  /** Pending invitations that nobody could accept. */
  readonly unmet: number;
}

export interface Simulation {
  /** Those with the most members beyond it first. */
  readonly over: readonly OverLimit[];
  readonly withoutSeat: number;
  readonly unmet: number;
}

/** What a seat limit would come to in organizations, were it theirs; 0 is no limit. Members keep their seats before invitations. Pure. */
export function simulateSeats(organizations: readonly Seated[], limit: number): Simulation {
  const over = organizations
    .flatMap((organization): OverLimit[] => {
      const { membersCount, pendingInvitationsCount: pending } = organization;
      const free = Math.max(0, limit - membersCount);
      const withoutSeat = Math.max(0, membersCount - limit);
      const unmet = Math.max(0, pending - free);
      return limit === 0 || withoutSeat + unmet === 0 ? [] : [{ ...organization, withoutSeat, unmet }];
    })
    .sort((a, b) => b.withoutSeat - a.withoutSeat || b.unmet - a.unmet || a.name.localeCompare(b.name));
  const sum = (of: 'withoutSeat' | 'unmet'): number => over.reduce((all, each) => all + each[of], 0);
  return { over, withoutSeat: sum('withoutSeat'), unmet: sum('unmet') };
}
