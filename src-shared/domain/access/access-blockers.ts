import { t } from '../../language/t';
import type { Blocker } from './access-answer';
import {
  type AccessCatalog,
  type AccessMember,
  type AccessPerson,
  type AccessPlace,
  isDefined,
} from './access-facts';

/** What keeps a person out of every organization; nothing for somebody who is well. Pure. */
export function personBlockers(
  { givers, secondFactorRequired, organizationsOff }: AccessCatalog,
  person: AccessPerson,
): readonly Blocker[] {
  const { id, name } = person;
  const own = (kind: Blocker['kind'], bars: boolean, text: string): Blocker => ({
    kind,
    bars,
    text,
    entity: 'user',
    id,
  });
  const found: Blocker[] = [];
  if (organizationsOff)
    found.push({
      kind: 'organizations-off',
      bars: true,
      text: t('The instance has organizations switched off.'),
      entity: 'settings',
      id: 'organization_settings',
    });
  if (person.banned) found.push(own('banned', true, t('{name} is banned.', { name })));
  if (person.deprovisioned) {
    const by = givers.get(person.directoryId)?.name;
    found.push(
      own(
        'deprovisioned',
        true,
        by === undefined
          ? t('{name} was deprovisioned.', { name })
          : t('{name} was deprovisioned by {by}.', { name, by }),
      ),
    );
  }
  if (person.locked)
    found.push(
      own('locked', false, t('{name} is locked out, and cannot sign in until that ends.', { name })),
    );
  if (secondFactorRequired && !person.twoFactorEnabled)
    found.push(
      own(
        'no-second-factor',
        false,
        t('{name} has no second factor, and is asked to set one up first.', { name }),
      ),
    );
  return found;
}

/** What keeps a member from a permission in the organization itself. Pure. */
export function memberBlockers(
  catalog: AccessCatalog,
  { id, userName, role }: AccessMember,
  { name, seats }: AccessPlace,
  permissionKey: string | null,
): readonly Blocker[] {
  const found: Blocker[] = [];
  if (seats !== undefined && seats.limit > 0 && seats.used > seats.limit)
    found.push({
      kind: 'seat',
      bars: true,
      text: t('{name} has {limit, number} seats, and {userName} would be number {used, number}.', {
        name,
        limit: seats.limit,
        userName,
        used: seats.used,
      }),
      entity: 'membership',
      id,
    });
  const grant = catalog.grants.get(role);
  if (grant === undefined)
    found.push({
      kind: 'role-unknown',
      bars: true,
      text: t('There is no role {role}.', { role }),
      entity: 'membership',
      id,
    });
  else if (
    permissionKey !== null &&
    isDefined(catalog, permissionKey) &&
    !grant.permissionKeys.includes(permissionKey)
  )
    found.push({
      kind: 'role-lacks',
      bars: true,
      text: t('{roleName} does not include “{permissionName}”.', {
        roleName: grant.name,
        permissionName: catalog.defined.get(permissionKey)?.name ?? permissionKey,
      }),
      entity: 'role',
      id: grant.id,
    });
  return found;
}
