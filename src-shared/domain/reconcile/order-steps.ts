import { assertNever } from '../../assert-never';
import type { EntityName } from '../entity';
import type { Intent } from '../intent';
import { type PlanFacts, serverOf } from './plan-facts';
import { seatChange } from './seat-change';

/**
 * The order that the service's rules ask for, by phase; steps of one phase do not depend on each other:
 *
 *     0 permissions   1 roles   2 new organizations   3 their edits, seats raised
 *     4 removals and revocations (they free seats)    5 role changes that lose no admin
 *     6 new admins    7 admins demoted or removed (another one is there by now)
 *     8 other new members       9 invitations        10 seats lowered
 *    11 organizations deleted, then roles            12 permissions
 *
 * Source: the write order of the API's references, and its rules on seats and the last admin.
 */
export function phaseOf(facts: PlanFacts, intent: Intent): number {
  const { entity, action } = intent;
  if (action.verb === 'delete' && lateDeletion[entity] !== undefined) return lateDeletion[entity];
  switch (entity) {
    case 'permission':
    case 'settings':
    case 'application':
      return 0;
    case 'role':
    case 'user':
      return 1;
    case 'organization':
      if (action.verb === 'create') return 2;
      return lowersSeats(facts, intent) ? 10 : 3;
    case 'invitation':
      return action.verb === 'delete' ? 4 : 9;
    case 'membership': {
      const admins = seatChange(facts, intent)?.admins ?? 0;
      if (admins < 0) return 7;
      if (action.verb === 'create') return admins > 0 ? 6 : 8;
      return action.verb === 'delete' ? 4 : 5;
    }
    default:
      return assertNever(entity);
  }
}

const lateDeletion: Readonly<Partial<Record<EntityName, number>>> = {
  organization: 11,
  role: 11,
  permission: 12,
};

/** Intents in the order of sending: by phase, and as they were staged within one. Pure. */
export function orderSteps(facts: PlanFacts, intents: readonly Intent[]): readonly Intent[] {
  const phases = new Map(intents.map((intent) => [intent.id, phaseOf(facts, intent)]));
  return [...intents].sort((a, b) => (phases.get(a.id) ?? 0) - (phases.get(b.id) ?? 0) || a.seq - b.seq);
}

function lowersSeats(facts: PlanFacts, { action, recordId }: Intent): boolean {
  if (action.verb !== 'update' || action.field !== 'maxAllowedMemberships') return false;
  const now = serverOf(facts, 'organization', recordId)?.maxAllowedMemberships ?? 0;
  const next = Number(action.value);
  return next !== 0 && (now === 0 || next < now);
}
