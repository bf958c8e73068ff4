import { inSense, t } from '../../language/t';
import type { AccessAnswer, Blocker, PathNode } from './access-answer';
import { memberBlockers, personBlockers } from './access-blockers';
import {
  type AccessCatalog,
  type AccessMember,
  type AccessPerson,
  type AccessPlace,
  isDefined,
} from './access-facts';

/** Whose access to what is asked for; what is not known is null. */
export interface AccessQuestion {
  readonly person: AccessPerson | null;
  readonly place: AccessPlace | null;
  readonly member: AccessMember | null;
  readonly permissionKey: string;
  /** Name of the role that a pending invitation offers, '' for none. */
  readonly invitedAs?: string;
}

/** Whether somebody holds a permission in an organization: the way to it, and all that stands in it. Pure. */
export function decideAccess(catalog: AccessCatalog, question: AccessQuestion): AccessAnswer {
  const { person, place, member, permissionKey } = question;
  const blockers = blockersOf(catalog, question);
  const bars = blockers.filter(({ bars }) => bars);
  const given =
    member !== null && (catalog.grants.get(member.role)?.permissionKeys.includes(permissionKey) ?? false);
  const path = person === null ? [] : pathOf(catalog, person, member, place);
  if (given) path.push(permissionNode(catalog, permissionKey));
  const allowed = given && bars.length === 0;
  const [who, what, where] = [
    person?.name ?? t('This person'),
    catalog.defined.get(permissionKey)?.name ?? permissionKey,
    place?.name ?? inSense('where', 'this organization'),
  ];
  const hindered = blockers.map(({ text }) => text).join(' ');
  const role = catalog.grants.get(member?.role ?? '')?.name ?? '';
  const sentence = allowed
    ? [t('{who} holds “{what}” in {where}, as {role}.', { who, what, where, role }), hindered]
        .join(' ')
        .trim()
    : t('{who} does not hold “{what}” in {where}: {hindered}', { who, what, where, hindered });
  return { allowed, sentence, path, blockers };
}

function blockersOf(
  catalog: AccessCatalog,
  { person, place, member, permissionKey, invitedAs = '' }: AccessQuestion,
) {
  const found: Blocker[] = [];
  if (person === null)
    found.push({
      kind: 'no-person',
      bars: true,
      text: t('There is no such person.'),
      entity: 'user',
      id: '',
    });
  else found.push(...personBlockers(catalog, person));
  if (!isDefined(catalog, permissionKey))
    found.push({
      kind: 'permission-off',
      bars: true,
      text: t('The instance has no permission {permissionKey}.', { permissionKey }),
      entity: 'permission',
      id: '',
    });
  if (place === null)
    found.push({
      kind: 'no-organization',
      bars: true,
      text: t('There is no such organization.'),
      entity: 'organization',
      id: '',
    });
  else if (member !== null) found.push(...memberBlockers(catalog, member, place, permissionKey));
  else if (person !== null) {
    const text = [
      t('{person} is no member of {organization}.', { person: person.name, organization: place.name }),
      ...(invitedAs === '' ? [] : [t('An invitation as {role} was not accepted yet.', { role: invitedAs })]),
    ].join(' ');
    found.push({ kind: 'not-member', bars: true, text, entity: 'organization', id: place.id });
  }
  return found;
}

/** From a person over their membership to their role, and where that role comes from. Pure. */
export function pathOf(
  { grants, givers, sets }: AccessCatalog,
  { id, name, directoryId }: AccessPerson,
  member: AccessMember | null,
  place: AccessPlace | null,
): PathNode[] {
  const path: PathNode[] = [{ entity: 'user', id, key: '', label: name, says: '' }];
  if (member === null) return path;
  const label = place?.name || member.organizationName || member.organizationId;
  path.push({ entity: 'membership', id: member.id, key: '', label, says: t('is a member of') });
  const giver = givers.get(directoryId);
  const mapped =
    giver?.enabled &&
    giver.groupRoleMappingEnabled &&
    ['', member.organizationId].includes(giver.organizationId)
      ? giver.groupRoles.find((each) => each.role === member.role)
      : undefined;
  if (giver !== undefined && mapped !== undefined) {
    const group = String(giver.groupNames[mapped.group] ?? mapped.group);
    path.push({
      entity: 'directory',
      id: giver.id,
      key: '',
      label: giver.name,
      says: t('by group {group} of', { group }),
    });
  }
  const setKey = place?.roleSetKey ?? '';
  const set = sets.get(setKey);
  if (set?.roleKeys.includes(member.role))
    path.push({ entity: 'roleSet', id: set.id, key: setKey, label: set.name, says: t('from the role set') });
  const grant = grants.get(member.role);
  const role = { id: grant?.id ?? '', key: member.role, label: grant?.name ?? member.role };
  path.push({ entity: 'role', ...role, says: t('as') });
  return path;
}

/** The end of a way. */
export function permissionNode({ defined }: AccessCatalog, key: string): PathNode {
  const known = defined.get(key);
  return {
    entity: 'permission',
    id: known?.id ?? '',
    key,
    label: known?.name ?? key,
    says: t('which allows'),
  };
}
