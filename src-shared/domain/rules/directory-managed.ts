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
export function directoryManaged(person: Managed | undefined, also = ''): Validation | null {
  if (!person?.directoryId) return null;
  return reject(
    'directory-managed',
    `${person.name} is managed by the directory ${person.directoryId}: its next sync would put this back.`,
    `Change it in the directory.${also}`,
  );
}

/** Why a person cannot be made a member, or null: whom the directory took out cannot sign in. */
export function deprovisioned(world: StagingWorld, userId: string): Validation | null {
  const user = recordIn(world, 'user', userId);
  if (!user?.deprovisioned) return null;
  return reject(
    'directory-managed',
    `${user.name} was deprovisioned${user.directoryId === '' ? '' : ` by the directory ${user.directoryId}`} and cannot sign in.`,
    'Provision the person in the directory first.',
  );
}
