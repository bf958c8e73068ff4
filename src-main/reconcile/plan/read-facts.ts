import { readBook } from '@main/books/books';
import { readCustomers } from '@main/books/read-customers';
import { describedSettings } from '@main/store/described-settings';
import { listIn } from '@main/store/list-in';
import { isElevated } from '@shared/domain/access';
import { configPrefix } from '@shared/domain/config-field';
import { hasCustomer } from '@shared/domain/customer-of';
import type { EntityName } from '@shared/domain/entity';
import { type IntentId, isProvisional, type RecordId } from '@shared/domain/ids';
import { type Intent, openStates } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import { customerOfStep } from '@shared/domain/reconcile/plan-units';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { isMembership } from '@shared/domain/rules/asks';
import { customerTouched } from '@shared/domain/rules/customer-limits';
import { lasts } from '@shared/domain/rules/lasts';
import type { PlanFacts, RoleGrant } from '@shared/domain/rules/plan-facts';
import { recordKey, seatKey } from '@shared/domain/rules/staging-world';
import { standsOn } from '@shared/domain/stands-on';
import { readUnapproved } from '../four-eyes/approvals';
import type { ReconcileContext } from '../service/reconcile-context';
import { endedBy, goneRow, readHeirs } from './ask-heirs';
import { readAnew } from './read-anew';
import { readHolders, readInhabitants, readPlaces } from './read-people';
import { readValueOwners } from './read-value-owners';

/** The open intents that a plan is about: these, or all of them. */
export function plannedIntents(
  { store }: ReconcileContext,
  ids: readonly IntentId[] | undefined,
): Promise<readonly Intent[]> {
  return store.intents({ states: openStates, ...(ids === undefined ? {} : { ids }) });
}

/** Reads what a plan is made from, without asking the service: rows as the last reads left them. */
export async function readFacts(
  context: ReconcileContext,
  intents: readonly Intent[],
  { unread, retryRefused }: Pick<PlanFacts, 'unread' | 'retryRefused'>,
): Promise<PlanFacts> {
  const { store, now } = context;
  const visible = await store.list('role', []);
  const roleRows = visible.map((row) => serverRow('role', row)).filter((row) => row !== null);
  const unborn = visible.filter(({ id }) => isProvisional(id));
  const newRoles = new Map(unborn.map(({ key, id }) => [key, id]));
  const roles = new Map<string, RoleGrant>(
    [...roleRows, ...unborn].map(({ key, name, permissionKeys }) => [
      key,
      { name, permissionKeys, elevated: isElevated(permissionKeys) },
    ]),
  );
  const places = await readPlaces(store, intents);
  const rows = await readRows(context, intents, places);
  return {
    madeAt: now(),
    intents,
    retryRefused,
    rows,
    customers: await readCustomerRows(context, intents, rows),
    limited: await readLimited(context, intents, rows),
    ...(intents.some(setsSetting) && (await readExceptions(store))),
    creations: await readCreations(context, intents, [...newRoles.values()]),
    roles,
    newRoles,
    ...(await readTaken(context, intents)),
    owners: await readValueOwners(store, intents),
    anew: await readAnew(store, intents, rows),
    heirs: await readHeirs(store, endedBy(intents, goneRow({ rows }))),
    places,
    admins: await readServerAdmins(context, intents, roles, places),
    holders: await readHolders(store, intents, roleRows),
    inhabitants: await readInhabitants(store, intents),
    unread,
    unapproved: await readUnapproved(store, intents),
  };
}

async function readExceptions(
  store: ReconcileContext['store'],
): Promise<Pick<PlanFacts, 'exceptions' | 'settings'>> {
  const exceptions = await readBook(store, 'exception');
  return exceptions.length === 0 ? {} : { exceptions, settings: await describedSettings(store) };
}

const setsSetting = ({ action }: Intent): boolean =>
  action.verb === 'update' && action.field.startsWith(configPrefix);

/** Targets, the organizations that they belong to, and those that a step on a person reaches. */
async function readRows(
  { store }: ReconcileContext,
  intents: readonly Intent[],
  places: NonNullable<PlanFacts['places']>,
): Promise<ReadonlyMap<string, StoredRecord>> {
  const rows = new Map<string, StoredRecord>();
  const touched = [...intents, ...[...places.values()].flat()];
  const organizations = new Set(touched.map(({ organizationId }) => organizationId as RecordId));
  const wanted = new Map<EntityName, Set<RecordId>>();
  const want = (entity: EntityName, id: RecordId): void => {
    wanted.set(entity, (wanted.get(entity) ?? new Set()).add(id));
  };
  for (const intent of intents) {
    want(intent.entity, intent.recordId);
    for (const { entity, id } of standsOn(intent)) want(entity, id);
  }
  for (const [entity, ids] of wanted)
    for (const [id, row] of await store.getMany(entity, [...ids])) rows.set(recordKey(entity, id), row);
  organizations.delete('' as RecordId);
  for (const [id, row] of await store.getMany('organization', [...organizations]))
    rows.set(recordKey('organization', id), row);
  return rows;
}

/** The customers that the targets are, or stand inside of. */
async function readCustomerRows(
  { store }: ReconcileContext,
  intents: readonly Intent[],
  rows: PlanFacts['rows'],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const idsOf = new Map<EntityName, Set<RecordId>>();
  for (const intent of intents) {
    const customer = customerOfStep({ rows }, intent);
    if (customer === null) continue;
    const ids = idsOf.get(customer.entity) ?? new Set();
    idsOf.set(customer.entity, ids.add(customer.id as RecordId));
  }
  const found = new Map<string, StoredRecord>();
  for (const [entity, ids] of idsOf)
    for (const [id, row] of await store.getMany(entity, [...ids])) found.set(id, row);
  return found;
}

/** Customers whose limits the intents touch, by the plan book of this moment. */
async function readLimited(
  { store, now }: ReconcileContext,
  intents: readonly Intent[],
  rows: PlanFacts['rows'],
): Promise<NonNullable<PlanFacts['limited']>> {
  const inside = intents.filter(({ entity }) => hasCustomer(entity));
  const ids = new Set(
    inside.flatMap(({ entity, recordId, action }) => {
      const id = customerTouched(entity, recordId, action, rows.get(recordKey(entity, recordId)));
      return id === null ? [] : [id];
    }),
  );
  return ids.size === 0 ? new Map() : readCustomers(store, now(), [...ids], 'held');
}

/** Open creations of the provisional records that the intents stand on. */
async function readCreations(
  { store }: ReconcileContext,
  intents: readonly Intent[],
  roles: readonly RecordId[],
): Promise<ReadonlyMap<string, Intent>> {
  const own = intents.flatMap(({ recordId, organizationId }) => [recordId, organizationId as RecordId]);
  const named = [...own, ...roles];
  const recordIds = [...new Set(named.filter(isProvisional))];
  if (recordIds.length === 0) return new Map();
  const found = await store.intents({ states: openStates, recordIds });
  return new Map(
    found.flatMap((intent) => (intent.action.verb === 'create' ? [[intent.recordId, intent] as const] : [])),
  );
}

/** What new records would collide with on the service: members, pending invitations. */
async function readTaken(
  { store, now }: ReconcileContext,
  intents: readonly Intent[],
): Promise<Pick<PlanFacts, 'members' | 'invited'>> {
  const values = (entity: Intent['entity'], key: string): string[] =>
    intents.flatMap(({ entity: own, action }) =>
      own === entity && action.verb === 'create' ? [String(action.values[key] ?? '')] : [],
    );
  const members = new Map<string, string>();
  const invited = new Map<string, string>();
  const emails = values('invitation', 'email');
  const rows = [
    ...(await listIn(store, 'membership', { field: 'userId', values: values('membership', 'userId') })),
    ...(await listIn(store, 'membership', { field: 'userEmail', values: emails })),
  ];
  for (const row of rows) {
    const server = serverRow('membership', row);
    if (server === null) continue;
    members.set(seatKey(server.organizationId, server.userId), server.role);
    members.set(seatKey(server.organizationId, server.userEmail), server.role);
  }
  for (const row of await listIn(store, 'invitation', { field: 'email', values: emails })) {
    const server = serverRow('invitation', row);
    if (server?.status === 'pending' && lasts(server, now()))
      invited.set(seatKey(server.organizationId, server.email), server.role);
  }
  return { members, invited };
}

/** Admins as the service knows them, in the organizations where a step may change them. */
async function readServerAdmins(
  { store }: ReconcileContext,
  intents: readonly Intent[],
  roles: ReadonlyMap<string, RoleGrant>,
  places: NonNullable<PlanFacts['places']>,
): Promise<ReadonlyMap<string, number>> {
  const elevated = [...roles].flatMap(([key, role]) => (role.elevated ? [key] : []));
  const values = new Set(
    intents.flatMap(({ entity, organizationId }) =>
      isMembership(entity) && !isProvisional(organizationId) ? [organizationId] : [],
    ),
  );
  for (const place of [...places.values()].flat()) values.add(place.organizationId);
  const field = 'organizationId';
  const visible = await listIn(store, 'membership', {
    field,
    values,
    and: [{ field: 'role', op: 'in', value: elevated }],
  });
  const touched = await listIn(store, 'membership', {
    field,
    values,
    and: [{ field: 'state', op: 'ne', value: 'synced' }],
  });
  const admins = new Map<string, number>([...values].map((id) => [id, 0]));
  for (const row of new Map([...visible, ...touched].map((found) => [found.id, found])).values()) {
    const server = serverRow('membership', row);
    if (server === null || !roles.get(server.role)?.elevated) continue;
    admins.set(server.organizationId, (admins.get(server.organizationId) ?? 0) + 1);
  }
  return admins;
}
