import { t } from '../../language/t';
import type { RemoteRecord } from '../records/record-map';
import { recordIn, type StagingWorld } from './staging-world';
import { reject, type Validation } from './validation';

/** What a directory provides of a person, and puts back at its next sync (SCIM core schema, RFC 7643, 4.1). */
export const provided: ReadonlySet<string> = new Set([
  'firstName',
  'lastName',
  'username',
  'externalId',
  'email',
  'emails',
  'phone',
  'phones',
]);

/** What a person is told by; `directoryId` is '' where no directory manages them, and missing on rows of an older version. */
export interface Managed {
  readonly name: string;
  readonly directoryId?: string;
}

interface Managing {
  readonly person: Managed;
  /** As far as it is copied. */
  readonly directory:
    | Pick<RemoteRecord<'directory'>, 'name' | 'groupRoleMappingEnabled' | 'groupRoles' | 'groupNames'>
    | undefined;
  /** The role that is in question, as the directory knows it and as people do; left out for what stands in the person. */
  readonly role?: { readonly key: string; readonly name: string };
}

/** Why what a directory provides of a person cannot be edited here: it puts it back at its next sync, so that the edit would not last. */
export function managedWords({ person, directory, role }: Managing): {
  readonly message: string;
  readonly next: string;
} {
  const called = directory?.name || (person.directoryId ?? '');
  const giving =
    role && directory?.groupRoleMappingEnabled
      ? directory.groupRoles.find((each) => each.role === role.key)
      : undefined;
  if (role === undefined || giving === undefined)
    return {
      message: t('{name} is managed by the directory {directory}: its next sync would put this back.', {
        name: person.name,
        directory: called,
      }),
      next: role
        ? t('Change it in the directory.')
        : t('Change it in the directory. Banning or locking a person works here too.'),
    };
  const group = String(directory?.groupNames[giving.group] ?? giving.group);
  return {
    message: t(
      '{name} is managed by the directory {directory}, which gives {role} to its group {group}: its next sync would put this back.',
      { name: person.name, directory: called, role: role.name, group },
    ),
    next: t('Take them out of {group} in the directory, or map the group to another role.', { group }),
  };
}

/** The same of a draft, or null where no directory manages the person. `role`: of the membership that is edited. */
export function directoryManaged(
  world: StagingWorld,
  person: Managed | undefined,
  role?: string,
): Validation | null {
  if (!person?.directoryId) return null;
  const { message, next } = managedWords({
    person,
    directory: recordIn(world, 'directory', person.directoryId),
    ...(role !== undefined && { role: { key: role, name: world.roles.get(role)?.name ?? role } }),
  });
  return reject('directory-managed', message, next);
}

/** Why a person cannot be made a member, nor be invited, or null: whom the directory took out cannot sign in. */
export function deprovisioned(world: StagingWorld, userId: string): Validation | null {
  const user = recordIn(world, 'user', userId);
  if (!user?.deprovisioned) return null;
  return reject(
    'directory-managed',
    user.directoryId === ''
      ? t('{name} was deprovisioned and cannot sign in.', { name: user.name })
      : t('{name} was deprovisioned by the directory {directory} and cannot sign in.', {
          name: user.name,
          directory: recordIn(world, 'directory', user.directoryId)?.name || user.directoryId,
        }),
    t('Provision the person in the directory first.'),
  );
}
