import { t } from '../../language/t';
import { recordIn, type StagingWorld } from './staging-world';
import { reject, type Validation } from './validation';

/** What a person is told by; `directoryId` is '' where no directory manages them, and missing on rows of an older version. */
interface Managed {
  readonly name: string;
  readonly directoryId?: string;
}

/**
 * Why what a directory provides of a person (SCIM) cannot be edited here, or null: it puts it back at its next sync, so that
 * the edit would not last.
 */
export function directoryManaged(
  world: StagingWorld,
  person: Managed | undefined,
  {
    role = '',
    next = t('Change it in the directory.'),
  }: { readonly role?: string; readonly next?: string } = {},
): Validation | null {
  if (!person?.directoryId) return null;
  const directory = recordIn(world, 'directory', person.directoryId);
  const called = directory?.name || person.directoryId;
  const giving =
    role !== '' && directory?.groupRoleMappingEnabled
      ? directory.groupRoles.find((each) => each.role === role)
      : undefined;
  if (giving === undefined)
    return reject(
      'directory-managed',
      t('{name} is managed by the directory {directory}: its next sync would put this back.', {
        name: person.name,
        directory: called,
      }),
      next,
    );
  const group = String(directory?.groupNames[giving.group] ?? giving.group);
  const named = world.roles.get(role)?.name ?? role;
  return reject(
    'directory-managed',
    t(
      '{name} is managed by the directory {directory}, which gives {role} to its group {group}: its next sync would put this back.',
      { name: person.name, directory: called, role: named, group },
    ),
    t('Take them out of {group} in the directory, or map the group to another role.', { group }),
  );
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
