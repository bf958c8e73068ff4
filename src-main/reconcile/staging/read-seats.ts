import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { readField } from '@shared/domain/field-path';
import { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { lasts } from '@shared/domain/rules/lasts';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { type RoleFacts, recordKey, type SeatFacts, seatKey } from '@shared/domain/rules/staging-world';
import { slugWanted } from '@shared/domain/rules/take-slug';

const stays = ({ staged }: StoredRecord): boolean => staged?.verb !== 'delete';
const touched = [{ field: 'state', op: 'ne', value: 'synced' }] as const;
const pending = [{ field: 'status', op: 'eq', value: 'pending' }] as const;

function valuesOf(drafts: readonly IntentDraft[], entity: IntentDraft['entity'], key: string): string[] {
  return drafts.flatMap((draft) => {
    if (draft.entity !== entity || draft.action.verb !== 'create') return [];
    const value = draft.action.values[key];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Seats in use in the organizations that drafts add to or set a limit for. */
export async function readSeats(
  store: Store,
  drafts: readonly IntentDraft[],
  now: number,
): Promise<ReadonlyMap<string, SeatFacts>> {
  const limited = drafts.flatMap(({ action, recordId }) =>
    action.verb === 'update' && action.field === 'maxAllowedMemberships' ? [String(recordId)] : [],
  );
  const ids = new Set([
    ...limited,
    ...valuesOf(drafts, 'membership', 'organizationId'),
    ...valuesOf(drafts, 'invitation', 'organizationId'),
  ]);
  if (ids.size === 0) return new Map();
  const leaving = await listIn(store, 'membership', { field: 'organizationId', values: ids, and: touched });
  const invited = await listIn(store, 'invitation', { field: 'organizationId', values: ids, and: pending });
  const seats = new Map<string, SeatFacts>();
  for (const id of ids) {
    const rows = await store.count('membership', [{ field: 'organizationId', op: 'eq', value: id }]);
    const gone = leaving.filter((row) => row.organizationId === id && !stays(row)).length;
    const holding = invited.filter((row) => row.organizationId === id && stays(row) && lasts(row, now));
    seats.set(id, { members: rows - gone, pending: holding.length });
  }
  return seats;
}

/** Who is in, or asked into, the organizations that drafts add to, as far as the drafts name them. */
export async function readSeated(
  store: Store,
  drafts: readonly IntentDraft[],
  now: number,
): Promise<{ readonly members: ReadonlySet<string>; readonly invited: ReadonlySet<string> }> {
  const members = new Set<string>();
  const invited = new Set<string>();
  const within = new Set([
    ...valuesOf(drafts, 'membership', 'organizationId'),
    ...valuesOf(drafts, 'invitation', 'organizationId'),
  ]);
  const users = valuesOf(drafts, 'membership', 'userId');
  const emails = addressesOf(drafts);
  for (const row of await listIn(store, 'membership', { field: 'userId', values: users }))
    if (within.has(row.organizationId)) members.add(seatKey(row.organizationId, row.userId));
  for (const row of await listIn(store, 'membership', { field: 'userEmail', values: emails }))
    if (within.has(row.organizationId)) members.add(seatKey(row.organizationId, row.userEmail));
  for (const row of await listIn(store, 'invitation', { field: 'email', values: emails, and: pending }))
    if (within.has(row.organizationId) && stays(row) && lasts(row, now))
      invited.add(seatKey(row.organizationId, row.email));
  return { members, invited };
}

/** Whom the invitations that drafts ask for would reach, by primary address. */
export async function readAddressees(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<ReadonlyMap<string, RecordId>> {
  const people = await listIn(store, 'user', { field: 'email', values: addressesOf(drafts) });
  return new Map(people.map(({ email, id }) => [email.toLowerCase(), id]));
}

/** Addresses that are invited, as typed and as the service keeps them. */
const addressesOf = (drafts: readonly IntentDraft[]): readonly string[] =>
  valuesOf(drafts, 'invitation', 'email').flatMap((email) => [email, email.trim().toLowerCase()]);

/** Marks that drafts ask for and that stand already. */
export async function readTaken(
  store: Store,
  drafts: readonly IntentDraft[],
  now: number,
): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const entity of new Set(drafts.map((draft) => draft.entity))) {
    const { mark } = rulesOf(entity);
    if (mark === undefined) continue;
    const { field, takes } = mark;
    const values = valuesOf(drafts, entity, field).flatMap((value) => [
      value.trim(),
      value.trim().toLowerCase(),
    ]);
    for (const row of await listIn(store, entity, { field, values }))
      if (stays(row) && takes(row) && lasts(row, now))
        taken.add(recordKey(entity, String(readField(row, field))));
  }
  return taken;
}

/** Owners of the slugs that drafts ask for. */
export async function readSlugs(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<ReadonlyMap<string, RecordId>> {
  const values = drafts.map(slugWanted).filter((slug) => slug !== '');
  const owners = await listIn(store, 'organization', { field: 'slug', values });
  return new Map(owners.filter(stays).map(({ slug, id }) => [slug, id]));
}

/** The instance's settings of organizations; null while not copied. */
export async function readOrganizationSettings(store: Store): Promise<JsonObject | null> {
  const settings = await store.get('settings', RecordId.parse('organization_settings'));
  return settings?.values ?? null;
}

/** Visible admins of organizations. */
export async function readAdmins(
  store: Store,
  organizationIds: ReadonlySet<string>,
  roles: ReadonlyMap<string, RoleFacts>,
): Promise<ReadonlyMap<string, number>> {
  const elevated = [...roles].flatMap(([key, role]) => (role.elevated ? [key] : []));
  const rows = await listIn(store, 'membership', {
    field: 'organizationId',
    values: organizationIds,
    and: [{ field: 'role', op: 'in', value: elevated }],
  });
  const admins = new Map<string, number>([...organizationIds].map((id) => [id, 0]));
  for (const row of rows.filter(stays))
    admins.set(row.organizationId, (admins.get(row.organizationId) ?? 0) + 1);
  return admins;
}
