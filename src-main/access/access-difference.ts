import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { AccessDifference, DifferenceQuery, Holder, Turn } from '@shared/contract/access';
import type { Filter } from '@shared/contract/page';
import type { AccessMember } from '@shared/domain/access/access-facts';
import type { RecordId } from '@shared/domain/ids';
import type { AccessView } from './access-view';
import { holdersOf, isBarred } from './holders';
import { whatCan } from './what-can';
import { wantedOf } from './who-can';

/** Who gains and who loses something from one moment to another. Only memberships that may differ are looked at. */
export async function accessDifference(
  store: Store,
  from: AccessView,
  to: AccessView,
  query: DifferenceQuery,
): Promise<AccessDifference> {
  const { userId, limit } = query;
  const read =
    userId === undefined
      ? async (view: AccessView, ids: readonly string[]) => heldBy(store, view, ids, query)
      : async (view: AccessView) => ownTurns(await whatCan(view, { userId, blocked: false }));
  const ids = userId === undefined ? await candidates(store, from, to, query) : [];
  const [before, after] = [await read(from, ids), await read(to, ids)];
  const lost = [...before].filter(([key]) => !after.has(key)).map(([, turn]) => turn);
  const gained = [...after].filter(([key]) => !before.has(key)).map(([, turn]) => turn);
  const roleIn = (all: ReadonlyMap<string, Turn>, turn: Turn): string =>
    all.get(keyOf(turn))?.roleAfter ?? roles(all).get(placeOf(turn)) ?? '';
  return {
    gained: gained.slice(0, limit).map((turn) => ({ ...turn, roleBefore: roleIn(before, turn) })),
    lost: lost
      .slice(0, limit)
      .map((turn) => ({ ...turn, roleBefore: turn.roleAfter, roleAfter: roleIn(after, turn) })),
    gainedTotal: gained.length,
    lostTotal: lost.length,
  };
}

const placeOf = ({ userId, organizationId }: Pick<Turn, 'userId' | 'organizationId'>): string =>
  `${organizationId}/${userId}`;
const keyOf = (turn: Pick<Turn, 'userId' | 'organizationId' | 'permissionKey'>): string =>
  `${placeOf(turn)}/${turn.permissionKey}`;

/** Role of each member among the turns. */
const roles = (turns: ReadonlyMap<string, Turn>): ReadonlyMap<string, string> =>
  new Map([...turns.values()].map((turn) => [placeOf(turn), turn.roleAfter]));

function turnOf(holder: Omit<Holder, 'path' | 'blockers'>, permissionKey: string): Turn {
  const { userId, userName, organizationId, organizationName, role } = holder;
  return {
    userId,
    userName,
    organizationId,
    organizationName,
    permissionKey,
    roleBefore: '',
    roleAfter: role,
  };
}

function ownTurns({ organizations }: Awaited<ReturnType<typeof whatCan>>): ReadonlyMap<string, Turn> {
  const turns = organizations.flatMap((place) => place.permissions.map((key) => turnOf(place, key)));
  return new Map(turns.map((turn) => [keyOf(turn), turn]));
}

/** Of memberships by id those that hold it at a moment. */
async function heldBy(
  store: Store,
  view: AccessView,
  ids: readonly string[],
  query: DifferenceQuery,
): Promise<ReadonlyMap<string, Turn>> {
  const { fits } = await wantedOf(view, query);
  const overlay = await view.overlay();
  const wanted = new Set(ids);
  const rows = [...(await store.getMany('membership', ids as readonly RecordId[])).values()].filter(
    ({ id }) => !overlay.out.has(id),
  );
  const members: AccessMember[] = [...rows.map(view.named), ...overlay.in.filter(({ id }) => wanted.has(id))];
  const holders = await holdersOf(view, members.filter(fits), query.permissionKey ?? null);
  const turns = holders
    .filter((holder) => !isBarred(holder))
    .map((holder) => turnOf(holder, query.permissionKey ?? ''));
  return new Map(turns.map((turn) => [keyOf(turn), turn]));
}

/** Ids of memberships that may hold it at one moment only: their own rows, their roles or their people differ. */
async function candidates(
  store: Store,
  from: AccessView,
  to: AccessView,
  query: DifferenceQuery,
): Promise<readonly string[]> {
  const overlays = [await from.overlay(), await to.overlay()];
  const ids = new Set<string>(
    overlays.flatMap((overlay) => [...overlay.out.keys(), ...overlay.in.map(({ id }) => id)]),
  );
  const [one, other] = [await wantedOf(from, query), await wantedOf(to, query)];
  const { organizationId } = query;
  const keyed = ({ segments }: typeof one) =>
    new Map(segments.map((where) => [JSON.stringify(where), where]));
  const [before, after] = [keyed(one), keyed(other)];
  const flipped: (readonly Filter[])[] = [
    ...[...before].filter(([key]) => !after.has(key)),
    ...[...after].filter(([key]) => !before.has(key)),
  ].map(([, where]) => where);
  for (const where of flipped) for (const { id } of await store.list('membership', where)) ids.add(id);
  const persons = [...(await from.touchedPersons()), ...(await to.touchedPersons())];
  const and: Filter[] =
    organizationId === undefined ? [] : [{ field: 'organizationId', op: 'eq', value: organizationId }];
  for (const { id } of await listIn(store, 'membership', { field: 'userId', values: persons, and }))
    ids.add(id);
  return [...ids];
}
