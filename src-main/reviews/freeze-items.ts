import type { AccessView } from '@main/access/access-view';
import { holdersOf } from '@main/access/holders';
import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { isElevated } from '@shared/domain/access';
import { rolesGiving } from '@shared/domain/access/access-facts';
import { rowThen } from '@shared/domain/access/access-moment';
import type { Condition, Filter } from '@shared/domain/filter/condition';
import { matchesAll } from '@shared/domain/filter/matches';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { atMoment } from '@shared/domain/filter/span';
import type { RecordId } from '@shared/domain/ids';
import { recommend } from '@shared/domain/reviews/recommend';
import type { ReviewItem, ReviewScope } from '@shared/domain/reviews/review';
import { gather } from '@shared/gather';

/** A review of more than that nobody finishes, and no change set takes. */
export const mostItems = 20_000;

/**
 * The memberships of a scope as the service has them now, whatever is staged, each with all that a reviewer judges it by; one more than
 * `mostItems` where there are too many. @param now ms
 */
export async function freezeItems(
  store: Store,
  view: AccessView,
  scope: ReviewScope,
  now: number,
): Promise<readonly ReviewItem[]> {
  const catalog = await view.catalog();
  const where = conditionsOf(scope, scope.permissionKey && rolesGiving(catalog, scope.permissionKey), now);
  const overlay = await view.overlay();
  const stored = await store.list('membership', where, mostItems + 1 + overlay.out.size);
  const members = [
    ...stored.filter(({ id }) => !overlay.out.has(id)).map(view.named),
    ...overlay.in.filter((member) => matchesAll(where, member)),
  ].slice(0, mostItems + 1);
  const holders = await holdersOf(view, members, scope.permissionKey ?? null);
  const ids = holders.map(({ membershipId }) => membershipId as RecordId);
  const rows = await store.getMany('membership', ids);
  const people = await store.getMany(
    'user',
    holders.map(({ userId }) => userId as RecordId),
  );
  const homes = [...new Set(holders.map(({ organizationId }) => organizationId))];
  const admins = await countAdmins(store, view, homes);
  const domains = await verifiedDomains(store, homes);
  const invited = await acceptedInvitations(store, homes);
  return holders.map((holder): ReviewItem => {
    const { userId, userEmail, organizationId, role } = holder;
    const row = rows.get(holder.membershipId as RecordId);
    const stored = people.get(userId as RecordId);
    const person = stored && rowThen('user', stored, false);
    const keys = catalog.grants.get(role)?.permissionKeys ?? [];
    const since = row?.createdAt ?? 0;
    const times = { since, lastSignInAt: person?.lastSignInAt ?? 0, lastActiveAt: person?.lastActiveAt ?? 0 };
    const managed = person?.directoryId ?? '';
    const permissions = keys.toSorted();
    return {
      ...holder,
      permissions,
      ...times,
      origin: managed ? 'directory' : invited.has(placed(userEmail, organizationId)) ? 'invitation' : 'other',
      recommendation: recommend({
        now,
        userName: holder.userName,
        userEmail,
        organizationName: holder.organizationName,
        permissions,
        blockers: holder.blockers,
        since,
        lastSeenAt: Math.max(times.lastSignInAt, times.lastActiveAt),
        directory: managed && (catalog.givers.get(managed)?.name ?? managed),
        isOnlyAdmin: isElevated(keys) && (admins.get(organizationId) ?? 0) <= 1,
        domains: domains.get(organizationId) ?? [],
      }),
    };
  });
}

function conditionsOf(
  { organizationId, roleKey, where }: ReviewScope,
  giving: readonly string[] | undefined | '',
  now: number,
): readonly Condition[] {
  const plain: Filter[] = [];
  if (organizationId !== undefined) plain.push({ field: 'organizationId', op: 'eq', value: organizationId });
  if (roleKey !== undefined) plain.push({ field: 'role', op: 'eq', value: roleKey });
  if (giving) plain.push({ field: 'role', op: 'in', value: [...giving] });
  const read = parseFilter('membership', where);
  return [...plain, ...atMoment('membership', read.ok ? read.value : [], now)];
}

/** How many admins each organization has on the service. */
async function countAdmins(store: Store, view: AccessView, homes: readonly string[]) {
  const grants = [...(await view.catalog()).grants.values()];
  const roles = grants.filter(({ permissionKeys }) => isElevated(permissionKeys)).map(({ key }) => key);
  const overlay = await view.overlay();
  const counts = new Map<string, number>();
  for (const organizationId of homes) {
    const where: Filter[] = [
      { field: 'organizationId', op: 'eq', value: organizationId },
      { field: 'role', op: 'in', value: roles },
    ];
    const moved =
      overlay.in.filter((member) => matchesAll(where, member)).length -
      [...overlay.out.values()].filter((member) => matchesAll(where, member)).length;
    counts.set(organizationId, (await store.count('membership', where)) + moved);
  }
  return counts;
}

async function verifiedDomains(store: Store, homes: readonly string[]) {
  const found = new Map<string, string[]>();
  for (const row of await listIn(store, 'organizationDomain', { field: 'organizationId', values: homes })) {
    if (row.verification !== 'verified' && row.ownership !== 'verified') continue;
    gather(found, row.organizationId, row.name);
  }
  return found;
}

const placed = (email: string, organizationId: string): string => `${email.toLowerCase()} ${organizationId}`;

async function acceptedInvitations(store: Store, homes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await listIn(store, 'invitation', { field: 'organizationId', values: homes });
  const accepted = rows.filter(({ status }) => status === 'accepted');
  return new Set(accepted.map(({ email, organizationId }) => placed(email, organizationId)));
}
