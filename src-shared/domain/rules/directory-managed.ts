import type { StoredRecord } from '../records/record-map';
import { recordIn, type StagingWorld } from './staging-world';
import { reject, type Validation } from './validation';

/**
 * Why the membership of a person cannot be edited here, or null: what a directory provides (SCIM) it puts back at its next
 * sync, so that the edit would not last.
 */
export function directoryManaged(world: StagingWorld, record: StoredRecord): Validation | null {
  if (!('userId' in record) || !('role' in record)) return null;
  const directoryId = recordIn(world, 'user', record.userId)?.directoryId ?? '';
  if (directoryId === '') return null;
  return reject(
    'directory-managed',
    `${record.userName} is managed by the directory ${directoryId}: its next sync would put this back.`,
    'Change it in the directory.',
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
