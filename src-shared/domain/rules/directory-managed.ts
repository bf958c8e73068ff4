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
  { role = '', also = '' }: { readonly role?: string; readonly also?: string } = {},
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
      t('{name} is managed by the directory {called}: its next sync would put this back.', {
        name: person.name,
        called,
      }),
      t('Change it in the directory.{also}', { also }),
    );
  const group = String(directory?.groupNames[giving.group] ?? giving.group);
  const named = world.roles.get(role)?.name ?? role;
  return reject(
    'directory-managed',
    t(
      '{name} is managed by the directory {called}, which gives {named} to its group {group}: its next sync would put this back.',
      { name: person.name, called, named, group },
    ),
    t('Take them out of {group} in the directory, or map the group to another role.', { group }),
  );
}

/** Why a person cannot be made a member, or null: whom the directory took out cannot sign in. */
export function deprovisioned(world: StagingWorld, userId: string): Validation | null {
  const user = recordIn(world, 'user', userId);
  if (!user?.deprovisioned) return null;
  return reject(
    'directory-managed',
    `${user.name} was deprovisioned${user.directoryId === '' ? '' : t(' by the directory {name}', { name: recordIn(world, 'directory', user.directoryId)?.name || user.directoryId })} and cannot sign in.`,
    t('Provision the person in the directory first.'),
  );
}
