import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { AccessDifference, DifferenceQuery, Holder, Turn } from '@shared/contract/access';
import type { Filter } from '@shared/contract/page';
import { isBarred } from '@shared/domain/access/access-answer';
import type { AccessMember } from '@shared/domain/access/access-facts';
import type { RecordId } from '@shared/domain/ids';
import type { AccessView } from './access-view';
import { holdersOf } from './holders';
import { whatCan } from './what-can';
import { wantedOf } from './who-can';

/** What is found of a question at one moment. */
interface Found {
  /** What is held, or would be but for what `because` says, by `keyOf`. */
  readonly turns: ReadonlyMap<
    string,
    { readonly turn: Turn; readonly held: boolean; readonly because: string }
  >;
  /** Roles by `placeOf`, whatever they give. */
  readonly roles: ReadonlyMap<string, string>;
  /** Who is where that is asked about, by `placeOf`. */
  readonly there: ReadonlyMap<string, Turn>;
}

/** Who gains and who loses something from one moment to another. Only memberships that may differ are looked at. */
export async function accessDifference(
  store: Store,
  from: AccessView,
  to: AccessView,
  query: DifferenceQuery,
): Promise<AccessDifference> {
  const { userId, limit } = query;
  const ids = userId === undefined ? await candidates(store, from, to, query) : [];
  const read = (view: AccessView): Promise<Found> =>
    userId === undefined ? heldBy(store, view, ids, query) : ownTurns(view, userId, query);
  const [before, after] = [await read(from), await read(to)];
  const gained = only(after, before).map(({ turn, because }) => ({ ...turn, because }));
  const lost = only(before, after).map(({ turn, because }) => ({ ...turn, because }));
  const moved = asksAll(query) ? movedBetween(before, after) : [];
  const told = (turn: Turn): Turn => ({
    ...turn,
    roleBefore: before.roles.get(placeOf(turn)) ?? '',
    roleAfter: after.roles.get(placeOf(turn)) ?? '',
  });
  return {
    gained: gained.slice(0, limit).map(told),
    lost: lost.slice(0, limit).map(told),
    moved: moved.slice(0, limit).map(told),
    gainedTotal: gained.length,
    lostTotal: lost.length,
    movedTotal: moved.length,
  };
}

/** Whether all that memberships give is asked for, and not one permission or one role. */
const asksAll = ({ permissionKey, roleKey }: DifferenceQuery): boolean =>
  permissionKey === undefined && roleKey === undefined;

/** Who is there at both moments, in another role. */
const movedBetween = (before: Found, after: Found): readonly Turn[] =>
  [...after.there].flatMap(([place, turn]) =>
    before.there.has(place) && before.roles.get(place) !== after.roles.get(place) ? [turn] : [],
  );

/** What is held at one moment and not at the other, and what bars it there. */
function only(one: Found, other: Found): readonly { readonly turn: Turn; readonly because: string }[] {
  return [...one.turns].flatMap(([key, { turn, held }]) => {
    const there = other.turns.get(key);
    return held && !there?.held ? [{ turn, because: there?.because ?? '' }] : [];
  });
}

const placeOf = ({ userId, organizationId }: Pick<Turn, 'userId' | 'organizationId'>): string =>
  `${organizationId}/${userId}`;
const keyOf = (turn: Pick<Turn, 'userId' | 'organizationId' | 'permissionKey'>): string =>
  `${placeOf(turn)}/${turn.permissionKey}`;

function turnOf(holder: Holder, permissionKey: string): Turn {
  const { userId, userName, organizationId, organizationName } = holder;
  const named = { userId, userName, organizationId, organizationName, permissionKey };
  return { ...named, roleBefore: '', roleAfter: '', because: '' };
}

function foundOf(
  turns: readonly { readonly holder: Holder; readonly permissionKey: string }[],
  there: readonly Holder[],
  roles: Found['roles'],
): Found {
  return {
    roles,
    there: new Map(there.map((holder) => [placeOf(holder), turnOf(holder, '')])),
    turns: new Map(
      turns.map(({ holder, permissionKey }) => {
        const because = holder.blockers.flatMap(({ bars, text }) => (bars ? [text] : [])).join(' ');
        const turn = turnOf(holder, permissionKey);
        return [keyOf(turn), { turn, held: !isBarred(holder), because }];
      }),
    ),
  };
}

/** What one person holds, of what is asked for. */
async function ownTurns(view: AccessView, userId: RecordId, query: DifferenceQuery): Promise<Found> {
  const { permissionKey, roleKey, organizationId } = query;
  const { organizations, blockers } = await whatCan(view, { userId, blocked: true });
  const asked = organizations.filter(
    (place) => organizationId === undefined || place.organizationId === organizationId,
  );
  const turns = asked
    .filter((place) => roleKey === undefined || place.role === roleKey)
    .flatMap((place) => {
      const holder = { ...place, blockers: [...blockers, ...place.blockers] };
      return place.permissions.map((key) => ({ holder, permissionKey: key }));
    })
    .filter((turn) => permissionKey === undefined || turn.permissionKey === permissionKey);
  return foundOf(
    turns,
    asked,
    new Map(organizations.map((place) => [placeOf({ ...place, userId }), place.role])),
  );
}

/** Of memberships by id those that hold it at a moment. */
async function heldBy(
  store: Store,
  view: AccessView,
  ids: readonly string[],
  query: DifferenceQuery,
): Promise<Found> {
  const { fits } = await wantedOf(view, query);
  const overlay = await view.overlay();
  const wanted = new Set(ids);
  const stored = [...(await store.getMany('membership', ids as readonly RecordId[])).values()];
  const rows = stored.filter(({ id }) => !overlay.out.has(id));
  const members: AccessMember[] = [...rows.map(view.named), ...overlay.in.filter(({ id }) => wanted.has(id))];
  const { permissionKey = null } = query;
  const holders = await holdersOf(view, members.filter(fits), permissionKey);
  return foundOf(
    holders.map((holder) => ({ holder, permissionKey: permissionKey ?? '' })),
    holders,
    new Map(members.map((member) => [placeOf(member), member.role])),
  );
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
  // Switching organizations off or on is felt by everybody.
  const everybody = (await from.catalog()).organizationsOff !== (await to.catalog()).organizationsOff;
  const flipped: (readonly Filter[])[] = [
    ...[...before].filter(([key]) => everybody || !after.has(key)),
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
