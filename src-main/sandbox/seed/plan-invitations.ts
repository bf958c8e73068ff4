import type { Random } from '../database/random';

/** A seeded invitation's place and state. */
export type InvitationPlan = {
  readonly organization: number;
  readonly status: 'pending' | 'accepted' | 'revoked';
};

/** Spreads invitations over organizations (by index): 70 % pending, 18 % accepted, 12 % revoked. */
export const planInvitations = (
  count: number,
  organizations: number,
  random: Random,
): readonly InvitationPlan[] =>
  organizations === 0
    ? []
    : Array.from({ length: count }, () => {
        const draw = random.next();
        const status = draw < 0.7 ? 'pending' : draw < 0.88 ? 'accepted' : 'revoked';
        return { organization: random.int(0, organizations - 1), status } as const;
      });
