import type { EntityName } from '@shared/domain/entity';
import { isProvisional, RecordId } from '@shared/domain/ids';
import { fieldAt } from '@shared/domain/records/fields-of';
import { readWalked } from './kept-walk';
import type { Store } from './store';

/** Whether a list was read to its end. */
export async function isCopiedWhole(store: Pick<Store, 'meta'>, entity: EntityName): Promise<boolean> {
  const { ended, failure } = await readWalked(store, entity);
  return ended && failure === null;
}

/**
 * Whether the copy holds every record of a list: it was read to its end, and those that could not be read are held as they were known before.
 * Where not all of these are named, their number tells. A row that is kept of a record which was lost holds none.
 */
export async function isHeldWhole(
  store: Pick<Store, 'meta' | 'ids' | 'getMany' | 'count'>,
  entity: EntityName,
): Promise<boolean> {
  const { ended, failure, named, total } = await readWalked(store, entity);
  if (!ended || failure !== null) return false;
  const unread = new Set(named?.map((id) => RecordId.parse(id)));
  if (named !== null) {
    const rows = [...(await store.getMany(entity, [...unread])).values()];
    return rows.filter(({ state }) => state !== 'gone').length === unread.size;
  }
  const known = (await store.ids(entity)).filter((id) => !isProvisional(id)).length;
  return known - (await store.count(entity, [{ field: 'state', op: 'eq', value: 'gone' }])) >= total;
}

/**
 * Whether a record that the copy lacks was seen absent: its list was read to its end, and it is none of those that could not be read. Else
 * it is only not known.
 */
export async function seenAbsent(
  store: Pick<Store, 'meta'>,
  entity: EntityName,
): Promise<(id: string) => boolean> {
  const { ended, failure, named } = await readWalked(store, entity);
  if (!ended || failure !== null || named === null) return () => false;
  // What has a key is asked for by it, and an unread record says nothing of its own.
  if (named.length > 0 && fieldAt(entity, 'key') !== undefined) return () => false;
  return (id) => !named.includes(id);
}
