import type { Store } from '@main/store/store';
import { entriesOfHeldRoles, type RoleMove } from '@shared/domain/history/held-roles';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { serverRow } from '@shared/domain/project';
import { isMembership } from '@shared/domain/rules/asks';
import { lastSeq } from './seq-at';
import { type HistoryScope, walkHistory } from './walk-history';

/** Some memberships: how many hold each role now, by its key, and where their entries are found. */
export interface Memberships {
  readonly holders: ReadonlyMap<string, number>;
  readonly scope: HistoryScope;
}

/**
 * Seqs of the entries of roles that tell of these memberships: of the roles that they held then, whatever they hold now.
 * Roles change rarely, and entries of memberships are read by their index, no further back than the first entry of a role.
 */
export async function heldRoleEntries(
  store: Store,
  { holders, scope }: Memberships,
): Promise<readonly number[]> {
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
