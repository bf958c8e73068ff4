import { useRecord } from '@renderer/bridge/use-record';
import { type Managed, managedWords } from '@shared/domain/rules/directory-managed';
import { useRoles } from './use-roles';

/** Why what a directory provides of this person cannot be edited here, `role`: nor this role of theirs; null where no directory manages them. */
export function useManaged(person: Managed, role?: string): string | null {
  const directoryId = person.directoryId || null;
  const { record } = useRecord('directory', directoryId);
  const { names } = useRoles();
  if (directoryId === null) return null;
  const { message, next } = managedWords({
    person,
    directory: record ?? undefined,
    ...(role !== undefined && { role: { key: role, name: names.get(role) ?? role } }),
  });
  return `${message} ${next}`;
}
