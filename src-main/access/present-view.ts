import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import { memberThen, placeThen, rowAfter, rowThen } from '@shared/domain/access/access-moment';
import { type SetMove, setMoves } from '@shared/domain/access/set-moves';
import type { EntityName } from '@shared/domain/entity';
import { isProvisional, type RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { type AccessView, type MemberOverlay, once, readCatalog } from './access-view';
import { isCreator, readCreators } from './creators';

const touchedOnly: readonly Filter[] = [{ field: 'state', op: 'ne', value: 'synced' }];
type Member = StoredRecord<'membership'>;

/** Access by the rows of the store: as the service has them, or with all that is staged (`after`). */
export function presentView(store: Store, after: boolean): AccessView {
  const all = async <E extends EntityName>(entity: E): Promise<RemoteRecord<E>[]> =>
    (await store.list(entity, [])).map((row) => rowThen(entity, row, after)).filter((row) => row !== null);
  const catalog = once(() => readCatalog(store, all));
  const moves = once(() => (after ? readMoves(store) : Promise.resolve([])));
  const creators = once(async () => (after ? readCreators(store, await catalog()) : []));
  const overlay = once(async () => {
    const { out, in: others } = await readOverlay(store, after, moves);
    return { out, in: [...others, ...(await creators())] };
  });

  /** Members of stored rows, with the people and organizations that decide about them. */
  const membersThen = async (rows: readonly Member[]) => {
    if (!after) return rows.map((row) => rowThen('membership', row, false)).filter((row) => row !== null);
    return afterwards(store, rows, await moves());
  };
  const placesThen = async (rows: readonly StoredRecord<'organization'>[]) => {
    const made = await moves();
    const then = rows.map((row) => placeThen(row, after, made)).filter((place) => place !== null);
    return new Map(then.map((place) => [place.id, place]));
  };
  return {
    catalog,
    overlay,
    persons: async (ids) => {
      const rows = [...(await store.getMany('user', ids as readonly RecordId[])).values()];
      const then = rows.map((row) => rowThen('user', row, after)).filter((row) => row !== null);
      return new Map(then.map((row) => [row.id, row]));
    },
    places: async (ids) =>
      placesThen([...(await store.getMany('organization', ids as readonly RecordId[])).values()]),
    allPlaces: async () => placesThen(await store.list('organization', [])),
    membersOf: async (userId) => [
      ...(await membersThen(await store.list('membership', [{ field: 'userId', op: 'eq', value: userId }]))),
      ...(await creators()).filter((member) => member.userId === userId),
    ],
    named: (row) => row,
    seatsFor: async (member) => {
      const { id, organizationId } = member;
      if (!after || !isProvisional(id) || isCreator(member)) return undefined;
      const home = await store.get('organization', organizationId as RecordId);
      const where: Filter[] = [{ field: 'organizationId', op: 'eq', value: organizationId }];
      const touched = await store.list('membership', [...where, ...touchedOnly]);
      const leaving = touched.filter((row) => rowAfter(row) === null).length;
      const first = (await creators()).filter((creator) => creator.organizationId === organizationId).length;
      const members = (await store.count('membership', where)) - leaving + first;
      const used = members + (home?.pendingInvitationsCount ?? 0);
      return { used, limit: home?.maxAllowedMemberships ?? 0 };
    },
    touchedPersons: async () => (await store.list('user', touchedOnly)).map(({ id }) => id),
  };
}

async function readMoves(store: Store): Promise<readonly SetMove[]> {
  const sets = await store.list('roleSet', touchedOnly);
  if (sets.length === 0) return [];
  const intents = await store.intents({ states: openStates, recordIds: sets.map(({ id }) => id) });
  return setMoves(new Map(sets.map(({ id, key }) => [id, key])), intents);
}

async function afterwards(store: Store, rows: readonly Member[], moves: readonly SetMove[]) {
  const ids = <K extends 'userId' | 'organizationId'>(field: K) =>
    [...new Set(rows.map((row) => row[field]))] as readonly RecordId[];
  const homes = await store.getMany('organization', ids('organizationId'));
  const persons = await store.getMany('user', ids('userId'));
  return rows
    .map((row) =>
      memberThen(row, true, {
        moves,
        home: homes.get(row.organizationId as RecordId),
        person: persons.get(row.userId as RecordId),
      }),
    )
    .filter((member) => member !== null);
}

/** Touched memberships; afterwards also those of people and organizations that go, and of sets whose roles are replaced. */
async function readOverlay(
  store: Store,
  after: boolean,
  moves: () => Promise<readonly SetMove[]>,
): Promise<MemberOverlay> {
  const touched = [...(await store.list('membership', touchedOnly))];
  if (!after)
    return {
      out: new Map(touched.map((row) => [row.id, row])),
      in: touched.map((row) => rowThen('membership', row, false)).filter((row) => row !== null),
    };
  const made = await moves();
  const homes = (await store.list('organization', touchedOnly)).filter((row) => rowAfter(row) === null);
  const persons = (await store.list('user', touchedOnly)).filter((row) => rowAfter(row) === null);
  const moved = await listIn(store, 'organization', {
    field: 'roleSetKey',
    values: made.map(({ setKey }) => setKey),
  });
  const values = [...homes, ...moved].map(({ id }) => id);
  touched.push(...(await listIn(store, 'membership', { field: 'organizationId', values })));
  touched.push(
    ...(await listIn(store, 'membership', { field: 'userId', values: persons.map(({ id }) => id) })),
  );
  const out = new Map(touched.map((row) => [row.id, row]));
  return { out, in: await afterwards(store, [...out.values()], made) };
}
