import { decodedMeta } from '@main/store/decoded-meta';
import { listIn } from '@main/store/list-in';
import { isHeldWhole } from '@main/store/seen-absent';
import type { Store } from '@main/store/store';
import { type LimitName, type LimitValue, limitNames } from '@shared/domain/books/customer-plan';
import { configSchemaId } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import { isProvisional, RecordId } from '@shared/domain/ids';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import {
  type CustomerFacts,
  type CustomerRow,
  customerOf,
  servicePlaces,
} from '@shared/domain/limits/customer';
import { agreedIn, type Fleet } from '@shared/domain/limits/simulate';
import { CountedUsage } from '@shared/domain/limits/usage';
import { serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { bookKey, readBook } from './books';

/** Where it is kept what was counted in the customers' pools, by application id. */
export const countedKey = 'customers/counted';

/** Keys of the small values that customers follow from, beside their records. */
export const customerKeys = [bookKey('customerPlan'), bookKey('customerSubscription'), countedKey];

export function readCounted(
  store: Pick<Store, 'meta' | 'subscribe'>,
): Promise<ReadonlyMap<string, CountedUsage>> {
  return decodedMeta(store, countedKey, (value) => {
    const counts = z.record(z.string(), CountedUsage).safeParse(value);
    return new Map(Object.entries(counts.data ?? {}));
  });
}

/** `shown`: with what is staged; `held`: as the service has it. */
type Standing = 'shown' | 'held';

/** Plans, who has which, and what is known of these customers; of all of them where none is named. */
export async function readFleet(
  store: Store,
  ids?: readonly string[],
  standing: Standing = 'shown',
): Promise<Fleet> {
  const [plans, subscriptions] = [
    await readBook(store, 'customerPlan'),
    await readBook(store, 'customerSubscription'),
  ];
  const known = ids?.map((id) => RecordId.parse(id));
  const rows = known
    ? [...(await store.getMany('application', known)).values()]
    : await store.list('application', []);
  const applications = standing === 'shown' ? rows : rows.map(asHeld);
  const counted = await readCounted(store);
  const domains = await domainsOf(store, known, standing);
  return {
    plans: new Map(plans.map(({ id, value }) => [id, value])),
    subscriptions: new Map(subscriptions.map(({ id, value }) => [id, value])),
    defaults: await readDefaults(store),
    customers: applications.map(
      ({ id, name, config, server }): CustomerFacts => ({
        id,
        name: name || id,
        config,
        server,
        domains: { held: domains.counts.get(id) ?? 0, isAll: domains.isAll },
        counted: counted.get(id),
        sent: {},
      }),
    ),
  };
}

/** These customers as they stand, by id; all of them where none is named. */
export async function readCustomers(
  store: Store,
  now: number,
  ids?: readonly string[],
  standing?: Standing,
): Promise<ReadonlyMap<string, CustomerRow>> {
  const fleet = await readFleet(store, ids, standing);
  const rowOf = (facts: CustomerFacts): CustomerRow => customerOf(agreedIn(fleet, facts.id), facts, now);
  const rows = new Map(fleet.customers.map((facts) => [facts.id, rowOf(facts)]));
  const others = fleet.customers.filter(({ id }) => mayBeOurs(rows.get(id)));
  const sent = await readSent(store, others);
  for (const facts of others) rows.set(facts.id, rowOf({ ...facts, sent: sent.get(facts.id) ?? {} }));
  return rows;
}

/** Whether it matters what was sent from here: the service has another value than was agreed, or one and nothing is agreed. */
const mayBeOurs = (row: CustomerRow | undefined): boolean =>
  row?.pushes.some(({ state }) => state === 'other') === true ||
  row?.limits.some(
    ({ limit, source }) => source === 'default' && servicePlaces.some((place) => place.limit === limit),
  ) === true;

/** An application with the service's own values; one that it does not have yet has no config. */
function asHeld(row: StoredRecord<'application'>): StoredRecord<'application'> {
  const server = serverRow('application', row);
  return { ...row, config: server?.config ?? {}, server: {} };
}

/**
 * Domains of each application: as shown, what is staged counts, and what is staged to go does not. They are all there are (`isAll`) where the
 * copy holds their whole list, and the service said of each which application it is of.
 */
async function domainsOf(
  store: Store,
  ids: readonly RecordId[] | undefined,
  standing: Standing,
): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly isAll: boolean }> {
  const rows = ids
    ? await listIn(store, 'domain', { field: 'applicationId', values: ids })
    : await store.list('domain', []);
  const counts = new Map<string, number>();
  const counted = ({ staged, state, id }: StoredRecord<'domain'>): boolean =>
    state !== 'gone' && (standing === 'shown' ? staged?.verb !== 'delete' : !isProvisional(id));
  for (const row of rows as readonly StoredRecord<'domain'>[])
    if (counted(row)) counts.set(row.applicationId, (counts.get(row.applicationId) ?? 0) + 1);
  const strays = await store.count('domain', [
    { field: 'applicationId', op: 'eq', value: '' },
    { field: 'state', op: 'ne', value: 'gone' },
  ]);
  return { counts, isAll: strays === 0 && (await isHeldWhole(store, 'domain')) };
}

/** What the copied schema says that a new instance has, of the limits that the service has a field for; it has no others. */
async function readDefaults(store: Store): Promise<Fleet['defaults']> {
  const schema = (await store.get('settings', configSchemaId))?.values ?? {};
  const told = new Set<LimitName>(servicePlaces.map(({ limit }) => limit));
  const defaults: Partial<Record<LimitName, LimitValue>> = {};
  for (const limit of limitNames) if (!told.has(limit)) defaults[limit] = 'unlimited';
  for (const { limit, field, unlimited } of servicePlaces) {
    const [, ...path] = field.split('.');
    const found = readField(schema, path.map((part) => `properties.${part}`).join('.'));
    const value = (found as JsonObject | undefined)?.default;
    if (typeof value === 'number') defaults[limit] = value === unlimited ? 'unlimited' : value;
  }
  return defaults;
}

/** What the service took last from here of each field that limits go into. */
async function readSent(
  store: Store,
  customers: readonly CustomerFacts[],
): Promise<ReadonlyMap<string, Readonly<Record<string, JsonValue>>>> {
  const sent = new Map<string, Record<string, JsonValue>>();
  if (customers.length === 0) return sent;
  const recordIds = customers.map(({ id }) => RecordId.parse(id));
  for (const { recordId, action } of await store.intents({ states: ['applied'], recordIds }))
    if (action.verb === 'update' && servicePlaces.some(({ field }) => field === action.field)) {
      sent.set(recordId, { ...sent.get(recordId), [action.field]: action.value });
    }
  return sent;
}
