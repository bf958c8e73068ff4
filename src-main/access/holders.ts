import type { Holder } from '@shared/contract/access';
import { memberBlockers, personBlockers } from '@shared/domain/access/access-blockers';
import type { AccessMember } from '@shared/domain/access/access-facts';
import { pathOf, permissionNode } from '@shared/domain/access/decide-access';
import type { AccessView } from './access-view';

/** Members with their way and what bars them, read together; people and organizations that are not there take their members along. */
export async function holdersOf(
  view: AccessView,
  members: readonly AccessMember[],
  permissionKey: string | null,
): Promise<readonly Holder[]> {
  const catalog = await view.catalog();
  const persons = await view.persons([...new Set(members.map(({ userId }) => userId))]);
  const places = await view.places([...new Set(members.map(({ organizationId }) => organizationId))]);
  const found: Holder[] = [];
  for (const member of members) {
    const [person, place] = [persons.get(member.userId), places.get(member.organizationId)];
    if (person === undefined || place === undefined) continue;
    const seats = await view.seatsFor(member);
    const path = pathOf(catalog, person, member, place);
    if (permissionKey !== null) path.push(permissionNode(catalog, permissionKey));
    found.push({
      membershipId: member.id,
      userId: person.id,
      userName: person.name,
      userEmail: person.email,
      organizationId: place.id,
      organizationName: place.name,
      role: member.role,
      roleName: catalog.grants.get(member.role)?.name ?? member.role,
      path,
      blockers: [
        ...personBlockers(catalog, person),
        ...memberBlockers(catalog, member, seats === undefined ? place : { ...place, seats }, permissionKey),
      ],
    });
  }
  return found;
}
