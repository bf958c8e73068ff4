import { t } from '../../language/t';
import { type PlanFacts, type SeatChange, serverOf } from '../rules/plan-facts';
import { type DraftStep, isSendable } from './draft-step';
import { seatChanges } from './seat-change';

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
    const changes = isSendable(step) ? seatChanges(facts, step.intent) : [];
    for (const change of changes) {
      const usage = usages.get(change.organizationId) ?? seatUsageOf(facts, change.organizationId);
      usages.set(change.organizationId, usage);
      const fault = faultOf(facts, change, usage);
      if (fault !== null) return { ...step, verdict: 'refused', reason: fault };
    }
    for (const { organizationId, members, pending, admins, limit } of changes) {
      const usage = usages.get(organizationId);
      if (usage === undefined) continue;
      usage.used += members + pending;
      usage.admins += admins;
      usage.limit = limit ?? usage.limit;
    }
    return step;
  });
}

function faultOf(facts: PlanFacts, change: SeatChange, { used, limit, admins }: SeatUsage): string | null {
  const added = change.members + change.pending;
  if (added > 0 && limit > 0 && used + added > limit)
    return t('All {limit, number} seats of the organization are taken.', { limit });
  const guarded = !change.unguarded && facts.admins.has(change.organizationId);
  return change.admins < 0 && guarded && admins + change.admins < 1
    ? t('The organization would be left without an admin.')
    : null;
}

function seatUsageOf(facts: PlanFacts, organizationId: string): SeatUsage {
  const organization = serverOf(facts, 'organization', organizationId);
  return {
    used: (organization?.membersCount ?? 0) + (organization?.pendingInvitationsCount ?? 0),
    limit: organization?.maxAllowedMemberships ?? 0,
    admins: facts.admins.get(organizationId) ?? 0,
  };
}
