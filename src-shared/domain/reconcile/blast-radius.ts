import type { Intent } from '../intent';
import type { BlastRadius } from '../plan/plan-step';
import { accessFates } from '../rules/access-fates';
import { changesConfig, closesPool, demandsSecondFactor } from '../rules/asks';
import { type PlanFacts, type SeatChange, serverOf } from '../rules/plan-facts';
import { accessChanges, organizationName } from './access-changes';
import { accessGroups, peopleTouched, permissionTotals } from './access-groups';
import { seatChangesOfAll } from './seat-change';

/** Whom the config changes of applications touch: everybody who signs in there, and who is shut out. Pure. */
function policyReach({ reach }: PlanFacts, intents: readonly Intent[]): BlastRadius['policies'] {
  return intents.filter(changesConfig).flatMap(({ id, entity, action, recordId, label }) => {
    if (action.verb !== 'update') return [];
    const counted = reach?.get(recordId);
    const shutsOut = demandsSecondFactor({ entity, action });
    return [
      {
        intentId: id,
        applicationId: recordId,
        label,
        people: counted?.people ?? null,
        withoutSecondFactor: shutsOut ? (counted?.withoutSecondFactor ?? null) : null,
        demandsSecondFactor: shutsOut,
      },
    ];
  });
}

/** Applications that end, and who is in them. Pure. */
function closings({ reach }: PlanFacts, intents: readonly Intent[]): BlastRadius['closings'] {
  return intents.filter(closesPool).map(({ id, recordId, label }) => {
    const { people = null, organizations = null } = reach?.get(recordId) ?? {};
    return { intentId: id, applicationId: recordId, label, people, organizations };
  });
}

/** Who gains or loses what, and which limits are touched, if all these intents are applied. Pure. */
export function blastRadius(facts: PlanFacts, intents: readonly Intent[]): BlastRadius {
  const sums = new Map<string, SeatChange>();
  for (const change of seatChangesOfAll(facts, intents)) {
    const sum = sums.get(change.organizationId);
    sums.set(change.organizationId, {
      organizationId: change.organizationId,
      members: (sum?.members ?? 0) + change.members,
      pending: (sum?.pending ?? 0) + change.pending,
      admins: (sum?.admins ?? 0) + change.admins,
      limit: change.limit ?? sum?.limit,
    });
  }
  const seats: BlastRadius['seats'] = [];
  const admins: BlastRadius['admins'] = [];
  for (const { organizationId, members, pending, admins: moved, limit } of sums.values()) {
    const organization = serverOf(facts, 'organization', organizationId);
    const named = { organizationId, organizationName: organizationName(facts, organizationId) };
    if (members + pending !== 0 || limit !== undefined) {
      const before = (organization?.membersCount ?? 0) + (organization?.pendingInvitationsCount ?? 0);
      const bound = limit ?? organization?.maxAllowedMemberships ?? 0;
      seats.push({ ...named, before, after: before + members + pending, limit: bound });
    }
    const before = facts.admins.get(organizationId) ?? 0;
    if (moved !== 0) admins.push({ ...named, before, after: before + moved });
  }
  const fates = accessFates(facts, intents);
  return {
    access: accessChanges(facts, fates),
    groups: accessGroups(facts, fates),
    permissions: permissionTotals(fates),
    people: peopleTouched(fates),
    closings: closings(facts, intents),
    policies: policyReach(facts, intents),
    seats,
    admins,
  };
}
