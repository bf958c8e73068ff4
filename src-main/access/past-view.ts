import { withPastNames } from '@main/audit/past-names';
import { pastRows } from '@main/audit/past-rows';
import { readMoment } from '@main/audit/read-moment';
import type { ChainPlace } from '@main/audit/read-pasts';
import { seqAt } from '@main/audit/seq-at';
import type { Store } from '@main/store/store';
import type { AccessPlace } from '@shared/domain/access/access-facts';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { type AccessView, once, readCatalog } from './access-view';

/** Access as the service had it at a moment (ms). */
export async function pastView(store: Store, at: number): Promise<AccessView> {
  return viewOfPlace(store, { seq: await seqAt(store, at) });
}

/** Access as the service had it at a place of history, told by that: what costs is what changed since. */
export async function viewOfPlace(store: Store, place: ChainPlace): Promise<AccessView> {
  const then = async <E extends EntityName>(entity: E) => {
    const moment = await readMoment(store, entity, place);
    const { now, was } = await pastRows(store, entity, moment);
    const differs = (id: RecordId): boolean => now.has(id) || moment.pasts.has(id);
    const named = (row: StoredRecord<E>): RemoteRecord<E> =>
      withPastNames(row, moment.names) as unknown as RemoteRecord<E>;
    return { now, was, differs, named };
  };
  const all = async <E extends EntityName>(entity: E): Promise<RemoteRecord<E>[]> => {
    const { was, differs, named } = await then(entity);
    return [...(await store.list(entity, [])).filter(({ id }) => !differs(id)).map(named), ...was.values()];
  };
  const some = async <E extends EntityName>(
    entity: E,
    past: Awaited<ReturnType<typeof then<E>>>,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, RemoteRecord<E>>> => {
    const rows = await store.getMany(entity, ids as readonly RecordId[]);
    return new Map(
      (ids as readonly RecordId[]).flatMap((id) => {
        const row = rows.get(id);
        const record = past.was.get(id) ?? (row && !past.differs(id) ? past.named(row) : undefined);
        return record === undefined ? [] : [[id, record] as const];
      }),
    );
  };
  const persons = once(() => then('user'));
  const places = once(() => then('organization'));
  const members = await then('membership');
  return {
    catalog: once(() => readCatalog(store, all)),
    overlay: async () => ({ out: members.now, in: [...members.was.values()] }),
    persons: async (ids) => some('user', await persons(), ids),
    places: async (ids) => asPlaces((await some('organization', await places(), ids)).values()),
    allPlaces: async () => asPlaces(await all('organization')),
    membersOf: async (userId) => {
      const rows = await store.list('membership', [{ field: 'userId', op: 'eq', value: userId }]);
      const old = [...members.was.values()].filter((row) => row.userId === userId);
      return [...rows.filter(({ id }) => !members.differs(id)).map(members.named), ...old];
    },
    named: members.named,
    seatsFor: async () => undefined,
    touchedPersons: async () => {
      const { now, was } = await persons();
      return [...new Set([...now.keys(), ...was.keys()])];
    },
  };
}

function asPlaces(rows: Iterable<RemoteRecord<'organization'>>): ReadonlyMap<string, AccessPlace> {
  return new Map([...rows].map(({ id, name, roleSetKey = '' }) => [id, { id, name, roleSetKey }]));
}
