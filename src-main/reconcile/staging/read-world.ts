import { readPoolFacts } from '@main/books/handed-limits';
import { readCustomers } from '@main/books/read-customers';
import { describedSettings } from '@main/store/described-settings';
import type { Store } from '@main/store/store';
import { isElevated } from '@shared/domain/access';
import { configField } from '@shared/domain/config-field';
import type { ConfigSetting } from '@shared/domain/config-settings';
import { EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { isProvisional, RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import type { AnyField } from '@shared/domain/kinds/field';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { deletesRole, emptiesHome, isMembership, madePermissions } from '@shared/domain/rules/asks';
import { customerTouched } from '@shared/domain/rules/customer-limits';
import { type RoleFacts, recordKey, type StagingWorld } from '@shared/domain/rules/staging-world';
import { isStoodOn, standsOn } from '@shared/domain/stands-on';
import { gathered } from '@shared/gather';
import { readDependents } from '../rows/read-dependents';
import { readSetUses } from '../rows/read-set-uses';
import { readRoleUses } from './read-role-uses';
import {
  readAddressees,
  readAdmins,
  readOrganizationSettings,
  readSeated,
  readSeats,
  readSlugs,
  readTaken,
} from './read-seats';
import { readInside, readUnique } from './read-unique';
import { readUnseen } from './read-unseen';

/** Reads everything that the drafts are validated against: a handful of bulk queries, whatever their number. */
export async function readWorld(
  store: Store,
  drafts: readonly IntentDraft[],
  now: number,
): Promise<StagingWorld> {
  const roleRows = await store.list('role', []);
  const permissions = await store.list('permission', []);
  const roles = new Map<string, RoleFacts>(
    roleRows.map(({ id, key, name, permissionKeys }) => [
      key,
      { name, elevated: isElevated(permissionKeys), provisional: isProvisional(id) },
    ]),
  );
  const addressees = await readAddressees(store, drafts);
  const named = namedBy(drafts, addressees.values());
  const records = await readRecords(store, named);
  const ids = drafts.flatMap(({ recordId }) => recordId ?? []);
  return {
    now,
    roles,
    permissionKeys: new Set([...permissions.map(({ key }) => key), ...madePermissions(drafts)]),
    settings: await readConfigSettings(store, drafts),
    records,
    unseen: await readUnseen(store, drafts, named, { records, roles }),
    intents: groupByRecord(await store.intents({ states: openStates, recordIds: ids })),
    standing: await readStanding(store, drafts),
    dependents: await readDependents(
      store,
      drafts.filter(emptiesHome).flatMap(({ recordId }) => recordId ?? []),
    ),
    ...(await readSeated(store, drafts, now)),
    addressees,
    taken: new Set([...(await readTaken(store, drafts, now)), ...(await readUnique(store, drafts))]),
    inside: await readInside(store, drafts),
    roleSets: new Map((await store.list('roleSet', [])).map(({ key, roleKeys }) => [key, roleKeys])),
    setUses: await readSetUses(store, drafts, records),
    slugs: await readSlugs(store, drafts),
    organizationSettings: await readOrganizationSettings(store),
    roleUses: await readRoleUses(
      store,
      drafts.filter(deletesRole).flatMap(({ recordId }) => recordId ?? []),
      roleRows,
    ),
    seats: await readSeats(store, drafts, now),
    admins: await readAdmins(store, losingAdmins(drafts, records, roles), roles),
    customers: await readLimited(store, drafts, records, now),
    pool: await readPoolFacts(store, drafts, now),
  };
}

/** Open creations that stand on what drafts name, by that. */
async function readStanding(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<ReadonlyMap<string, Intent>> {
  if (!drafts.some(({ entity, action }) => action.verb === 'perform' && isStoodOn(entity))) return new Map();
  const open = await store.intents({ states: openStates });
  return new Map(
    open.flatMap((intent) =>
      standsOn(intent).map(({ entity, id }) => [recordKey(entity, id), intent] as const),
    ),
  );
}

/** What the copied schema says of settings; nothing where no draft is about one. */
async function readConfigSettings(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<ReadonlyMap<string, ConfigSetting>> {
  const named = drafts.some(
    ({ action }) => action.verb === 'update' && configField(action.field) !== undefined,
  );
  return named ? describedSettings(store) : new Map();
}

/** Customers whose limits drafts touch. */
async function readLimited(
  store: Store,
  drafts: readonly IntentDraft[],
  records: ReadonlyMap<string, StoredRecord>,
  now: number,
): Promise<StagingWorld['customers']> {
  const ids = new Set(
    drafts.flatMap(({ entity, recordId = '', action }) => {
      const id = customerTouched(entity, recordId, action, records.get(recordKey(entity, recordId)));
      return id === null ? [] : [id];
    }),
  );
  return ids.size === 0 ? new Map() : readCustomers(store, now, [...ids]);
}

const groupByRecord = (intents: readonly Intent[]): ReadonlyMap<string, readonly Intent[]> =>
  gathered(intents, ({ entity, recordId }) => recordKey(entity, recordId));

/** What drafts name: targets, and what new records refer to, or invite. */
const namedBy = (drafts: readonly IntentDraft[], invited: Iterable<RecordId>): readonly Named[] => [
  ...drafts.flatMap(({ entity, recordId, action }) => [
    ...(recordId === undefined ? [] : [{ entity, id: recordId }]),
    ...(action.verb === 'create' ? refersTo(entity, action.values) : []),
  ]),
  ...[...invited].map((id) => ({ entity: 'user' as const, id })),
];

/** The rows of it, and those that they cannot be without. */
async function readRecords(
  store: Store,
  targets: readonly Named[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const records = new Map<string, StoredRecord>();
  /** Reads the rows, and returns what they refer to. */
  const read = async (named: readonly Named[]): Promise<readonly Named[]> => {
    const further: Named[] = [];
    for (const entity of EntityName.options) {
      const ids = new Set(named.flatMap((one) => (one.entity === entity ? [one.id] : [])));
      if (ids.size === 0) continue;
      for (const [id, row] of await store.getMany(entity, [...ids])) {
        records.set(recordKey(entity, id), row);
        further.push(...refersTo(entity, row).filter(({ needed }) => needed));
      }
    }
    return further.filter(({ entity, id }) => !records.has(recordKey(entity, id)));
  };
  // A membership names a person, and that one a directory. What is known already is not read again, so that it ends.
  for (let named: readonly Named[] = targets; named.length > 0; ) named = await read(named);
  return records;
}

interface Named {
  readonly entity: EntityName;
  readonly id: RecordId;
}

interface Reference extends Named {
  /** The record cannot be without it: what a link names (who made it) says nothing of what may be done. */
  readonly needed: boolean;
}

/** Fields that hold ids, with what they name: looked up once, as every draft passes here. */
const naming = new Map(
  EntityName.options.map((entity) => {
    const { fields, said } = modelOf(entity);
    const named = Object.entries<AnyField>({ ...fields, ...said }).flatMap(([name, { to, kind, decides }]) =>
      to === undefined
        ? []
        : [{ name, entity: EntityName.parse(to), needed: kind === 'ref' || decides === true }],
    );
    return [entity, named];
  }),
);

/** Records that fields of a record hold the ids of. */
function refersTo(entity: EntityName, values: object): readonly Reference[] {
  return (naming.get(entity) ?? []).flatMap(({ name, entity: to, needed }) => {
    const held = readField(values, name);
    if (typeof held !== 'string') return [];
    const id = RecordId.safeParse(held);
    return id.success ? [{ entity: to, needed, id: id.data }] : [];
  });
}

/** Organizations in which a draft removes or demotes an admin. */
function losingAdmins(
  drafts: readonly IntentDraft[],
  records: ReadonlyMap<string, StoredRecord>,
  roles: ReadonlyMap<string, RoleFacts>,
): ReadonlySet<string> {
  const losing = new Set<string>();
  for (const { entity, recordId, action } of drafts) {
    if (!isMembership(entity) || action.verb === 'create') continue;
    const row = records.get(recordKey(entity, recordId ?? ''));
    if (row === undefined || !('role' in row) || !roles.get(row.role)?.elevated) continue;
    const stays = action.verb === 'update' && roles.get(String(action.value))?.elevated;
    if (!stays) losing.add(row.organizationId);
  }
  return losing;
}
