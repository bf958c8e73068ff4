import type { Store } from '@main/store/store';
import type { AccessEffect } from '@shared/contract/access';
import { failure, type Result, success } from '@shared/contract/failure';
import type { Filter } from '@shared/contract/page';
import { isBarred } from '@shared/domain/access/access-answer';
import { type AccessMember, isDefined } from '@shared/domain/access/access-facts';
import { type EntityName, modelOf } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { isMembership } from '@shared/domain/rules/asks';
import { t } from '@shared/language/t';
import type { AccessView } from './access-view';
import { holdersOf } from './holders';

/** So many memberships are told one by one; a change that touches more is a question for the explorer. */
const mostMembers = 20_000;
const portion = 2_000;
const namesTold = 5;

export interface Touched {
  readonly entity: EntityName;
  readonly recordId: RecordId;
}

/** One permission that somebody holds in one organization. */
interface Held {
  readonly permissionKey: string;
  readonly userId: string;
  readonly userName: string;
}

/** Who gains and loses which permission from one view to another by way of the records that were touched. */
export async function accessEffect(
  store: Store,
  from: AccessView,
  to: AccessView,
  touched: readonly Touched[],
): Promise<Result<AccessEffect>> {
  const meant = await whoseMembership([from, to], touched);
  let total = 0;
  for (const where of meant.segments) total += await store.count('membership', where);
  if (total > mostMembers)
    return failure(
      'invalid-input',
      t('This touches {total, number} memberships: too many to tell one by one.', { total }),
      t('Ask the access explorer about one permission at that moment.'),
    );
  const ids = new Set<string>(meant.ids);
  for (const where of meant.segments) for (const { id } of await store.list('membership', where)) ids.add(id);
  for (const view of [from, to])
    for (const member of [...(await view.overlay()).in, ...(await view.overlay()).out.values()])
      if (meant.fits(member)) ids.add(member.id);
  const [before, after] = [await heldBy(store, from, [...ids]), await heldBy(store, to, [...ids])];
  const names = new Map([...(await from.catalog()).defined, ...(await to.catalog()).defined]);
  const gained = peopleBy([...after].filter(([key]) => !before.has(key)).map(([, held]) => held));
  const lost = peopleBy([...before].filter(([key]) => !after.has(key)).map(([, held]) => held));
  const none: ReadonlyMap<string, string> = new Map();
  const permissions = [...new Set([...gained.keys(), ...lost.keys()])].sort().map((key) => {
    const [more, less] = [gained.get(key) ?? none, lost.get(key) ?? none];
    return {
      key,
      name: names.get(key)?.name ?? key,
      gained: more.size,
      lost: less.size,
      gainedNames: [...more.values()].slice(0, namesTold),
      lostNames: [...less.values()].slice(0, namesTold),
    };
  });
  return success({ permissions });
}

/** People by id and name, by the permission that they gained or lost. */
function peopleBy(held: readonly Held[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const people = new Map<string, Map<string, string>>();
  for (const { permissionKey, userId, userName } of held) {
    const own = people.get(permissionKey) ?? new Map<string, string>();
    people.set(permissionKey, own.set(userId, userName));
  }
  return people;
}

interface Meant {
  readonly ids: readonly string[];
  readonly segments: readonly (readonly Filter[])[];
  readonly fits: (member: Pick<AccessMember, 'userId' | 'role' | 'organizationId'>) => boolean;
}

/** Memberships that a touched record decides: itself, those of a person or an organization, those that hold a role. */
async function whoseMembership(views: readonly AccessView[], touched: readonly Touched[]): Promise<Meant> {
  const grants = new Map<string, string>();
  for (const view of views)
    for (const { id, key } of (await view.catalog()).grants.values()) grants.set(id, key);
  const idsOf = (wanted: (entity: EntityName) => boolean): string[] =>
    touched.filter(({ entity }) => wanted(entity)).map(({ recordId }) => recordId);
  const people = new Set(idsOf((entity) => entity === modelOf('user').name));
  const places = new Set(idsOf((entity) => modelOf(entity).scope === true));
  const roles = new Set(touched.flatMap(({ recordId }) => grants.get(recordId) ?? []));
  return {
    ids: idsOf(isMembership),
    segments: [
      ...[...people].map((value) => [{ field: 'userId', op: 'eq' as const, value }]),
      ...[...places].map((value) => [{ field: 'organizationId', op: 'eq' as const, value }]),
      ...[...roles].map((value) => [{ field: 'role', op: 'eq' as const, value }]),
    ],
    fits: ({ userId, role, organizationId }) =>
      people.has(userId) || places.has(organizationId) || roles.has(role),
  };
}

/** What these memberships give at a moment, by person, organization and permission. */
async function heldBy(
  store: Store,
  view: AccessView,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const overlay = await view.overlay();
  const others = new Map(overlay.in.map((member) => [member.id as string, member]));
  const catalog = await view.catalog();
  const held = new Map<string, Held>();
  for (let at = 0; at < ids.length; at += portion) {
    const some = ids.slice(at, at + portion);
    const rows = await store.getMany('membership', some as readonly string[] as readonly RecordId[]);
    const members = some.flatMap((id): AccessMember[] => {
      const other = others.get(id);
      if (other !== undefined) return [other];
      const row = overlay.out.has(id) ? undefined : rows.get(id as RecordId);
      return row === undefined ? [] : [view.named(row)];
    });
    for (const holder of await holdersOf(view, members, null)) {
      if (isBarred(holder)) continue;
      const { userId, userName, organizationId, role } = holder;
      for (const permissionKey of catalog.grants.get(role)?.permissionKeys ?? [])
        if (isDefined(catalog, permissionKey))
          held.set(`${userId}/${organizationId}/${permissionKey}`, { permissionKey, userId, userName });
    }
  }
  return held;
}
