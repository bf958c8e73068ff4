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
      text: 'The instance has organizations switched off.',
      entity: 'settings',
      id: 'organization_settings',
    });
  if (person.banned) found.push(own('banned', true, `${name} is banned.`));
  if (person.deprovisioned) {
    const by = givers.get(person.directoryId)?.name;
    found.push(
      own('deprovisioned', true, `${name} was deprovisioned${by === undefined ? '' : ` by ${by}`}.`),
    );
  }
  if (person.locked)
    found.push(own('locked', false, `${name} is locked out, and cannot sign in until that ends.`));
  if (secondFactorRequired && !person.twoFactorEnabled)
    found.push(
      own('no-second-factor', false, `${name} has no second factor, and is asked to set one up first.`),
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
      text: `${name} has ${seats.limit} seats, and ${userName} would be number ${seats.used}.`,
      entity: 'membership',
      id,
    });
  const grant = catalog.grants.get(role);
  if (grant === undefined)
    found.push({
      kind: 'role-unknown',
      bars: true,
      text: `There is no role ${role}.`,
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
      text: `${grant.name} does not include “${catalog.defined.get(permissionKey)?.name ?? permissionKey}”.`,
      entity: 'role',
      id: grant.id,
    });
  return found;
}
