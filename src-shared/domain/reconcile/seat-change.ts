import { readField } from '../field-path';
import type { Intent } from '../intent';
import { type PlanFacts, serverOf } from './plan-facts';

/** What a step does to members, seats and admins of one organization. */
export interface SeatChange {
  readonly organizationId: string;
  readonly members: number;
  readonly pending: number;
  readonly admins: number;
  /** New seat limit; undefined when it stays. */
  readonly limit: number | undefined;
}

/** What an intent does to its organization's seats and admins, as the service counts; null when nothing. */
export function seatChange(facts: PlanFacts, intent: Intent): SeatChange | null {
  const { entity, action, organizationId, recordId } = intent;
  const none = { organizationId, members: 0, pending: 0, admins: 0, limit: undefined };
  const admin = (role: unknown): number => (facts.roles.get(String(role))?.elevated ? 1 : 0);
  if (entity === 'organization') {
    const limit = action.verb === 'create' ? action.values.maxAllowedMemberships : undefined;
    if (typeof limit === 'number') return { ...none, limit };
    if (action.verb !== 'update' || action.field !== 'maxAllowedMemberships') return null;
    return { ...none, limit: Number(action.value) };
  }
  if (entity === 'invitation') return { ...none, pending: action.verb === 'create' ? 1 : -1 };
  if (entity !== 'membership') return null;
  if (action.verb === 'create') return { ...none, members: 1, admins: admin(action.values.role) };
  const server = serverOf(facts, 'membership', recordId);
  const held = admin(server === null ? '' : readField(server, 'role'));
  if (action.verb === 'delete') return { ...none, members: -1, admins: -held };
  return action.field === 'role' ? { ...none, admins: admin(action.value) - held } : null;
}
