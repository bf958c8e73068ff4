import { t } from '../../language/t';
import type { LimitName } from '../books/customer-plan';
import type { EntityName } from '../entity';
import type { Failure } from '../failure';
import { readField } from '../field-path';
import type { IntentDraft } from '../intent';
import type { JsonValue } from '../json';
import { type CustomerRow, type LimitRow, servicePlaces } from '../limits/customer';
import { isConnectionSwitch } from '../limits/usage';
import type { StoredRecord } from '../records/record-map';
import { hasAll, hasAtLeast, wouldBeMore } from './plan-words';
import { recordKey, type StagingWorld } from './staging-world';
import type { IntentSeed, Proposal } from './validation';

/** Steps that go or fall together: those of one draft, or one of a plan. */
interface Counted {
  readonly index: number;
  readonly proposal: Pick<Proposal, 'opened'>;
}

/** Customers as they are without these steps, and the records that the steps are about, likewise. */
type Limited = Pick<StagingWorld, 'customers' | 'records'>;

/** What a step takes of a limit of a customer, or gives back: `wants` is a limit that the service would be given. */
interface Take {
  readonly customer: string;
  readonly limit: LimitName;
  readonly by: number;
  readonly wants?: number | 'unlimited';
  /** What the service has of it. */
  readonly held?: JsonValue | undefined;
}

/** The customer whose limits a draft may touch; null for none. */
export function customerTouched(
  entity: EntityName,
  recordId: string,
  action: IntentDraft['action'],
  record: StoredRecord | undefined,
): string | null {
  if (entity === 'domain') {
    const home =
      action.verb === 'create' ? action.values.applicationId : record && readField(record, 'applicationId');
    return typeof home === 'string' && home !== '' ? home : null;
  }
  if (entity !== 'application') return null;
  if (makesDomain(action)) return recordId;
  if (action.verb !== 'update') return null;
  const limited =
    servicePlaces.some(({ field }) => field === action.field) || isConnectionSwitch(action.field);
  return limited ? recordId : null;
}

/** The production instance is made with a domain of its own. */
const makesDomain = (action: IntentDraft['action']): boolean =>
  action.verb === 'perform' && action.operation === 'createProduction';

/**
 * Accepted drafts that would take a customer beyond what its plan gives, by index: more domains or connections, or a limit on the
 * service above the agreed one. The end state counts; where it does not fit, the later drafts go.
 */
export function customerFaults(world: Limited, proposals: readonly Counted[]): ReadonlyMap<number, Failure> {
  const faults = new Map<number, Failure>();
  if (world.customers.size === 0) return faults;
  const rooms = new Map<string, { readonly row: LimitRow; taken: number; readonly additions: number[] }>();
  for (const { index, proposal } of proposals)
    for (const seed of proposal.opened) {
      const take = takenBy(world, seed);
      const customer = take && world.customers.get(take.customer);
      const row = customer?.limits.find(({ limit }) => limit === take?.limit);
      if (!take || !customer || !row || row.source === 'default') continue;
      if (take.wants !== undefined) {
        if (isBeyond(take.wants, row) && !isLess(take.wants, take.held))
          faults.set(index, tooHigh(customer, row, take.wants));
        continue;
      }
      const key = `${take.customer}/${take.limit}`;
      const room = rooms.get(key) ?? { row, taken: 0, additions: [] };
      rooms.set(key, room);
      room.taken += take.by;
      if (take.by > 0) room.additions.push(index);
    }
  for (const [key, { row, taken, additions }] of rooms) {
    const customer = world.customers.get(key.slice(0, key.indexOf('/')));
    if (typeof row.value !== 'number' || customer === undefined) continue;
    // Of what is not wholly known, what is known may be too much already.
    const excess = row.atLeast + taken - row.value;
    for (const index of excess > 0 ? additions.slice(-excess) : []) faults.set(index, full(customer, row));
  }
  return faults;
}

function takenBy(world: Limited, { entity, recordId, action }: IntentSeed): Take | null {
  const record = world.records.get(recordKey(entity, recordId));
  const customer = customerTouched(entity, recordId, action, record);
  if (customer === null) return null;
  if (entity === 'domain')
    return action.verb === 'create' || action.verb === 'delete'
      ? { customer, limit: 'domains', by: action.verb === 'create' ? 1 : -1 }
      : null;
  if (makesDomain(action)) return { customer, limit: 'domains', by: 1 };
  if (action.verb !== 'update') return null;
  const place = servicePlaces.find(({ field }) => field === action.field);
  if (place !== undefined)
    return {
      customer,
      limit: place.limit,
      by: 0,
      held: heldOf(record, place.field),
      ...wanted(action.value, place.unlimited),
    };
  const on = (value: JsonValue | undefined): number => (value === true ? 1 : 0);
  const by = on(action.value) - on(record && readField(record, action.field));
  return by === 0 ? null : { customer, limit: 'connections', by };
}

const wanted = (value: JsonValue, unlimited: number): Pick<Take, 'wants'> =>
  typeof value === 'number' ? { wants: value === unlimited ? 'unlimited' : value } : {};

const isBeyond = (wants: number | 'unlimited', { value }: LimitRow): boolean =>
  value !== null && value !== 'unlimited' && (wants === 'unlimited' || wants > value);

/** Less than the service has is no raise, though more than was agreed. */
const isLess = (wants: number | 'unlimited', held: JsonValue | undefined): boolean =>
  typeof wants === 'number' && typeof held === 'number' && held !== 0 && wants < held;

const heldOf = (record: StoredRecord | undefined, field: string): JsonValue | undefined =>
  record && (Object.hasOwn(record.server, field) ? record.server[field] : readField(record, field));

const refused = (message: string): Failure => ({
  code: 'limit',
  message,
  next: t('Give it another plan, or agree on an override with a reason (Plan book).'),
});

const full = ({ name }: CustomerRow, row: LimitRow): Failure =>
  refused((row.used === null ? hasAtLeast : hasAll)(name, row.limit, row, row.atLeast));

const tooHigh = ({ name }: CustomerRow, row: LimitRow, wants: number | 'unlimited'): Failure =>
  refused(wouldBeMore(name, row.limit, row, String(wants)));
