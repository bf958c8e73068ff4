import { type PlanFacts, serverOf } from '../rules/plan-facts';
import { type DraftStep, isSendable } from './draft-step';
import { seatChange } from './seat-change';

interface SeatUsage {
  used: number;
  limit: number;
  admins: number;
}

/**
 * Walks the ordered steps with the service's own counts and refuses what it would refuse: a member or an invitation
 * without a free seat (members and pending invitations count), the loss of the last admin. Pure.
 */
export function refuseByLimits(facts: PlanFacts, ordered: readonly DraftStep[]): readonly DraftStep[] {
  const usages = new Map<string, SeatUsage>();
  return ordered.map((step) => {
    const change = isSendable(step) ? seatChange(facts, step.intent) : null;
    if (change === null) return step;
    const id = change.organizationId;
    const now = usages.get(id) ?? seatUsageOf(facts, id);
    usages.set(id, now);
    const added = change.members + change.pending;
    if (added > 0 && now.limit > 0 && now.used + added > now.limit)
      return refuse(step, `All ${now.limit} seats of the organization are taken.`);
    if (change.admins < 0 && facts.admins.has(id) && now.admins + change.admins < 1)
      return refuse(step, 'The organization would be left without an admin.');
    now.used += added;
    now.admins += change.admins;
    now.limit = change.limit ?? now.limit;
    return step;
  });
}

const refuse = (step: DraftStep, reason: string): DraftStep => ({ ...step, verdict: 'refused', reason });

function seatUsageOf(facts: PlanFacts, organizationId: string): SeatUsage {
  const organization = serverOf(facts, 'organization', organizationId);
  return {
    used: (organization?.membersCount ?? 0) + (organization?.pendingInvitationsCount ?? 0),
    limit: organization?.maxAllowedMemberships ?? 0,
    admins: facts.admins.get(organizationId) ?? 0,
  };
}
