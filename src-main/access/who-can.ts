import { orderValue } from '@main/store/order-value';
import type { Store } from '@main/store/store';
import type { Holder, HolderPage, WhoCanQuery } from '@shared/contract/access';
import { type Filter, PageQuery } from '@shared/contract/page';
import { isBarred } from '@shared/domain/access/access-answer';
import { type AccessMember, rolesGiving } from '@shared/domain/access/access-facts';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { AccessView } from './access-view';
import { holdersOf } from './holders';

type Whom = Pick<WhoCanQuery, 'permissionKey' | 'roleKey' | 'organizationId'>;

/** Conditions on memberships, and the lists in which they are read: each in the order of an index. */
export interface Wanted {
  readonly fits: (member: Pick<AccessMember, 'role' | 'organizationId'>) => boolean;
  readonly segments: readonly (readonly Filter[])[];
}

/** Which memberships are meant at a moment: one list for each role, or one for an organization. */
export async function wantedOf(
  view: AccessView,
  { permissionKey, roleKey, organizationId }: Whom,
): Promise<Wanted> {
  const giving = permissionKey === undefined ? null : rolesGiving(await view.catalog(), permissionKey);
  const own = roleKey === undefined ? null : [roleKey];
  const roles = giving !== null && own !== null ? own.filter((key) => giving.includes(key)) : (giving ?? own);
  const fits: Wanted['fits'] = (member) =>
    (roles === null || roles.includes(member.role)) &&
    (organizationId === undefined || member.organizationId === organizationId);
  const inside: Filter[] =
    organizationId === undefined ? [] : [{ field: 'organizationId', op: 'eq', value: organizationId }];
  const segments = (roles ?? [null]).map((role): Filter[] =>
    role === null ? inside : [...inside, { field: 'role', op: 'eq', value: role }],
  );
  return { fits, segments };
}

/**
 * Everybody who holds something at a moment, a page of them: first those who are not what their rows say, then the rows by role and
 * name. A cursor is the number of a list and the place in it, so that a page costs the same wherever it lies.
 */
export async function whoCan(store: Store, view: AccessView, query: WhoCanQuery): Promise<HolderPage> {
  const { blocked, limit, permissionKey = null } = query;
  const { fits, segments } = await wantedOf(view, query);
  const overlay = await view.overlay();
  const others = overlay.in.filter(fits).toSorted(byName);
  /** Holders in the next so many memberships, and where the next ones begin; null at the end. */
  const stretch = async (
    [list, place]: Spot,
    asked: number,
  ): Promise<{ found: Holder[]; next: Spot | null }> => {
    const where = segments[list - 1];
    const rows = where === undefined ? [] : await readRows(store, where, place, asked);
    const members =
      list === 0
        ? others.slice(place, place + asked)
        : rows.filter(({ id }) => !overlay.out.has(id)).map(view.named);
    const found = await holdersOf(view, members, permissionKey);
    const read = list === 0 ? members.length : rows.length;
    const next: Spot = read < asked ? [list + 1, 0] : [list, place + read];
    return {
      found: found.filter((holder) => blocked || !isBarred(holder)),
      next: next[0] > segments.length ? null : next,
    };
  };
  const holders: Holder[] = [];
  let spot: Spot | null = cursorOf(query.cursor);
  if (spot[0] > segments.length) spot = null;
  while (spot !== null && holders.length < limit) {
    const { found, next } = await stretch(spot, limit - holders.length);
    holders.push(...found);
    spot = next;
  }
  // Whoever comes next must be there: what is left may all be barred, or gone.
  while (spot !== null) {
    const { found, next } = await stretch(spot, limit);
    if (found.length > 0) break;
    spot = next;
  }
  let total = others.length - [...overlay.out.values()].filter(fits).length;
  for (const where of segments) total += await store.count('membership', where);
  return { holders, next: spot === null ? null : spot.join(':'), total };
}

async function readRows(store: Store, where: readonly Filter[], offset: number, limit: number) {
  const sort = { field: 'userName', direction: 'asc' } as const;
  const page = await store.page(PageQuery.parse({ entity: 'membership', where, sort, offset, limit }));
  return page.rows as readonly StoredRecord<'membership'>[];
}

const nameOf = (member: AccessMember): string =>
  String(orderValue('membership', 'userName', readField(member, 'userName')) ?? '');

const byName = (a: AccessMember, b: AccessMember): number =>
  nameOf(a).localeCompare(nameOf(b)) || (a.id < b.id ? -1 : 1);

type Spot = readonly [list: number, place: number];

/** Anything that is no cursor begins anew. */
function cursorOf(cursor: string): Spot {
  const [list = 0, place = 0] = /^\d+:\d+$/.test(cursor) ? cursor.split(':').map(Number) : [];
  return [list, place];
}
