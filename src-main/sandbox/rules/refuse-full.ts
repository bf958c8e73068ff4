import type { OrganizationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { seats } from './seats';

/**
 * Refuses (403 `organization_membership_quota_exceeded`) when the organization cannot take more members.
 *
 * Members and pending invitations count together: the refusal's own text says "including outstanding invitations".
 */
export const refuseFull = (scope: Scope, organization: OrganizationRow, more: number): Outcome<null> => {
  const { members, pending, limit } = seats(scope, organization);
  return limit > 0 && members + pending + more > limit
    ? refusals.seatsExceeded(limit)
    : { ok: true, value: null };
};
