import type { PersonAccess, Place, WhatCanQuery } from '@shared/contract/access';
import { isBarred } from '@shared/domain/access/access-answer';
import { personBlockers } from '@shared/domain/access/access-blockers';
import { isDefined } from '@shared/domain/access/access-facts';
import type { AccessView } from './access-view';
import { holdersOf } from './holders';

/** Everything that a person holds, by name of the organization. */
export async function whatCan(
  view: AccessView,
  { userId, blocked }: Pick<WhatCanQuery, 'userId' | 'blocked'>,
): Promise<PersonAccess> {
  const person = (await view.persons([userId])).get(userId);
  if (person === undefined) return { person: null, blockers: [], organizations: [] };
  const catalog = await view.catalog();
  const blockers = [...personBlockers(catalog, person)];
  const { id, name, email } = person;
  const told = { person: { id, name, email }, blockers };
  if (isBarred(told) && !blocked) return { ...told, organizations: [] };
  const holders = await holdersOf(view, await view.membersOf(userId), null);
  const organizations = holders.map((holder): Place => {
    const own = holder.blockers.slice(blockers.length);
    const held = isBarred({ blockers: own }) ? [] : (catalog.grants.get(holder.role)?.permissionKeys ?? []);
    const permissions = held.filter((key) => isDefined(catalog, key)).toSorted();
    return { ...holder, blockers: own, permissions };
  });
  return {
    ...told,
    organizations: organizations.toSorted((a, b) => a.organizationName.localeCompare(b.organizationName)),
  };
}
