import type { HistoryScopes, Store } from '@main/store/store';
import type { HistoryAbout } from '@shared/contract/history';
import { type Filter, PageQuery } from '@shared/contract/page';
import { modelOf } from '@shared/domain/entity';
import { entriesOfHeldRoles, type RoleMove } from '@shared/domain/history/held-roles';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { isMembership } from '@shared/domain/rules/asks';
import { goneRecords } from './gone-records';
import { lastSeq } from './seq-at';
import { type HistoryScope, walkHistory } from './walk-history';

const eq = (field: string, value: string): Filter => ({ field, op: 'eq', value });

/**
 * What belongs to the history of a person or an organization: itself, its memberships and invitations, also those that are gone
 * by now, and what happened to roles while they were held there, since what a role gains or loses its holders gain or lose.
 */
export function historyAbout(store: Store, { entity, id }: HistoryAbout): Promise<HistoryScopes> {
  return modelOf(entity).scope ? aboutOrganization(store, id) : aboutPerson(store, id);
}

async function aboutOrganization(store: Store, id: RecordId): Promise<HistoryScopes> {
  const where = [eq('organizationId', id)];
  const holders = new Map<string, number>();
  for (const { value, count } of await store.facets(PageQuery.parse({ entity: 'membership', where }), 'role'))
    add(holders, String(value), count);
  const touched = await store.list('membership', [...where, { field: 'state', op: 'ne', value: 'synced' }]);
  for (const { role } of touched) add(holders, role, -1);
  addHeld(holders, touched);
  const seqs = await heldRoleEntries(store, { holders, scope: { organizationId: id } });
  return { recordIds: [id], organizationId: id, seqs };
}

async function aboutPerson(store: Store, id: RecordId): Promise<HistoryScopes> {
  const user = await store.get('user', id);
  const memberships = await store.list('membership', [eq('userId', id)]);
  const addresses = [...new Set([user?.email ?? '', ...(user?.emails ?? [])])].filter(
    (email) => email !== '',
  );
  const invitations = await Promise.all(
    addresses.map((email) => store.list('invitation', [eq('email', email)])),
  );
  const own = [...memberships, ...invitations.flat()].map((row) => row.id);
  const recordIds = [...new Set([id, ...own, ...(await goneRecords(store, [id, ...addresses]))])];
  const holders = new Map<string, number>();
  addHeld(holders, memberships);
  const seqs = await heldRoleEntries(store, { holders, scope: { about: { recordIds } } });
  return { recordIds, seqs };
}

/** Counts what memberships hold on the service, whatever is staged. */
function addHeld(holders: Map<string, number>, rows: readonly StoredRecord<'membership'>[]): void {
  for (const row of rows) {
    const server = serverRow('membership', row);
    if (server !== null) add(holders, server.role, 1);
  }
}

function add(holders: Map<string, number>, role: string, by: number): void {
  holders.set(role, (holders.get(role) ?? 0) + by);
}

/** Some memberships: how many hold each role now, by its key, and where their entries are found. */
interface Memberships {
  readonly holders: ReadonlyMap<string, number>;
  readonly scope: HistoryScope;
}

/**
 * Seqs of the entries of roles that tell of these memberships: of the roles that they held then, whatever they hold now.
 * Roles change rarely, and entries of memberships are read by their index, no further back than the first entry of a role.
 */
async function heldRoleEntries(store: Store, { holders, scope }: Memberships): Promise<readonly number[]> {
  const upTo = await lastSeq(store);
  const entries: HistoryEntry[] = [];
  for await (const entry of walkHistory(store, { entity: 'role' }, { after: 0, upTo })) entries.push(entry);
  const first = entries.at(-1);
  if (first === undefined) return [];
  const moves: RoleMove[] = [];
  for await (const { entity, seq, fields } of walkHistory(store, scope, { after: first.seq, upTo })) {
    const role = isMembership(entity) ? fields.find(({ field }) => field === 'role') : undefined;
    if (role !== undefined) moves.push({ seq, before: role.before, after: role.after });
  }
  const rows = (await store.list('role', [])).map((row) => serverRow('role', row));
  const keys = new Map(rows.filter((row) => row !== null).map(({ id, key }) => [id, key]));
  return entriesOfHeldRoles({ holders, keys, moves, entries }).map(({ seq }) => seq);
}
