import type { Store } from '@main/store/store';
import type { HistoryAbout } from '@shared/contract/history';
import type { Filter } from '@shared/contract/page';
import { PageQuery } from '@shared/contract/page';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { RecordId } from '@shared/domain/ids';
import { lastSeq } from './seq-at';
import { walkHistory } from './walk-history';

/** Whose entries tell about somebody or something: these records', and all of one organization. */
export interface AboutScope {
  readonly recordIds: readonly RecordId[];
  readonly organizationId?: string;
}

const eq = (field: string, value: string): Filter => ({ field, op: 'eq', value });

/**
 * What belongs to the history of a person or an organization: itself, its memberships and invitations, also those that are gone
 * by now, and the roles that are held there, since what a role gains or loses its holders gain or lose.
 */
export async function historyAbout(store: Store, { entity, id }: HistoryAbout): Promise<AboutScope> {
  if (entity === 'organization') {
    const where = [eq('organizationId', id)];
    const held = await store.facets(PageQuery.parse({ entity: 'membership', where }), 'role');
    const roles = await roleIds(
      store,
      held.map(({ value }) => String(value)),
    );
    return { recordIds: [RecordId.parse(id), ...roles], organizationId: id };
  }
  const user = await store.get('user', RecordId.parse(id));
  const memberships = await store.list('membership', [eq('userId', id)]);
  const invitations =
    user === null || user.email === '' ? [] : await store.list('invitation', [eq('email', user.email)]);
  const gone = await goneRecords(store, id, user?.email ?? '');
  const roles = await roleIds(
    store,
    memberships.map(({ role }) => role),
  );
  const own = [...memberships, ...invitations].map((row) => row.id);
  return { recordIds: [...new Set([RecordId.parse(id), ...own, ...gone, ...roles])] };
}

async function roleIds(store: Store, keys: readonly string[]): Promise<readonly RecordId[]> {
  const wanted = new Set(keys);
  return (await store.list('role', [])).filter(({ key }) => wanted.has(key)).map(({ id }) => id);
}

/** Memberships and invitations of somebody that are no more: their entries tell whose they were. */
async function goneRecords(store: Store, userId: string, email: string): Promise<readonly RecordId[]> {
  const tells = ({ change, fields }: HistoryEntry, field: string, value: string): boolean =>
    change === 'deleted' && fields.some((told) => told.field === field && told.before === value);
  const upTo = await lastSeq(store);
  const gone: RecordId[] = [];
  for await (const entry of walkHistory(store, { entity: 'membership' }, { after: 0, upTo }))
    if (tells(entry, 'userId', userId)) gone.push(entry.recordId);
  if (email === '') return gone;
  for await (const entry of walkHistory(store, { entity: 'invitation' }, { after: 0, upTo }))
    if (tells(entry, 'email', email)) gone.push(entry.recordId);
  return gone;
}
