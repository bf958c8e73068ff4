import { t } from '../../language/t';
import type { LimitName } from '../books/customer-plan';
import type { Failure } from '../failure';
import { readField } from '../field-path';
import type { OrganizationFacts } from './batch';
import { hasAll, wouldBeMore } from './plan-words';
import { recordKey, type StagingWorld } from './staging-world';
import type { Proposal } from './validation';

interface Counted {
  readonly index: number;
  readonly proposal: Proposal;
}

/** One limit of one organization, or of the whole pool (''). */
interface Room {
  readonly limit: LimitName;
  readonly name: string;
  readonly used: number;
  taken: number;
  readonly additions: number[];
}

const counted = { user: 'people', organization: 'organizations' } as const;

/**
 * Accepted drafts that would take a pool beyond the plan of its customer, by index: people, organizations, seats and pending invitations of an
 * organization, or more seats than the plan gives. The end state counts; where it does not fit, the later drafts go.
 */
export function poolFaults(
  world: StagingWorld,
  organizationOf: (id: string) => OrganizationFacts | null,
  proposals: readonly Counted[],
): ReadonlyMap<number, Failure> {
  const { pool, seats } = world;
  const faults = new Map<number, Failure>();
  if (pool === undefined) return faults;
  const rooms = new Map<string, Room>();
  const take = (limit: LimitName, id: string, used: number, by: number, index: number): void => {
    if (by === 0 || !pool.limits.has(limit)) return;
    const name = id === '' ? t('This application') : (organizationOf(id)?.name ?? t('the organization'));
    const room = rooms.get(`${limit}/${id}`) ?? { limit, name, used, taken: 0, additions: [] };
    rooms.set(`${limit}/${id}`, room);
    room.taken += by;
    if (by > 0) room.additions.push(index);
  };
  const most = pool.limits.get('seats');
  for (const { index, proposal } of proposals) {
    const raised = most && raisedSeats(world, proposal);
    if (raised && (raised.to === 0 || raised.to > most.value)) {
      const wants = raised.to === 0 ? t('no limit') : String(raised.to);
      faults.set(index, refused(wouldBeMore(raised.name, 'seats', most, wants)));
      continue;
    }
    // What is folded into a creation that is staged is counted already.
    for (const { entity, action } of proposal.folds === undefined ? proposal.opened : [])
      if (entity === 'user' || entity === 'organization') {
        const by = action.verb === 'create' ? 1 : action.verb === 'delete' ? -1 : 0;
        take(counted[entity], '', pool[counted[entity]], by, index);
      }
    const { effect } = proposal;
    if (effect !== null) {
      const { members = 0, pending = 0 } = seats.get(effect.organizationId) ?? {};
      take('seats', effect.organizationId, members + pending, effect.members + effect.pending, index);
      take('invitations', effect.organizationId, pending, effect.pending, index);
    }
  }
  for (const { limit, name, used, taken, additions } of rooms.values()) {
    const most = pool.limits.get(limit);
    const excess = most === undefined ? 0 : used + taken - most.value;
    for (const index of excess > 0 ? additions.slice(-excess) : [])
      if (most !== undefined) faults.set(index, refused(hasAll(name, limit, most, used)));
  }
  return faults;
}

const seatsField = 'maxAllowedMemberships';

/** Seats (0: without limit) that an organization is to have; null where it is given no more than the service has. */
function raisedSeats(
  { records }: StagingWorld,
  { opened }: Proposal,
): { readonly name: string; readonly to: number } | null {
  for (const { entity, recordId, label, action } of opened) {
    if (entity !== 'organization') continue;
    const isEdit = action.verb === 'update' && action.field === seatsField;
    const to = isEdit ? action.value : action.verb === 'create' ? action.values[seatsField] : undefined;
    if (typeof to !== 'number') continue;
    const row = isEdit ? records.get(recordKey(entity, recordId)) : undefined;
    const has = row && (row.server[seatsField] ?? readField(row, seatsField));
    const isRaise = typeof has !== 'number' || (has !== 0 && (to === 0 || to > has));
    if (isRaise) return { name: label, to };
  }
  return null;
}

const refused = (message: string): Failure => ({
  code: 'limit',
  message,
  next: t(
    'Give the customer more in the plan book of its platform, close its people where they are open, and open them from there again.',
  ),
});
