import type { FromDirectory, UserRow } from '../database/rows';

/** The directory that manages a user, or null. */
export const fromDirectory = ({ directory }: UserRow): FromDirectory | null =>
  directory ? (JSON.parse(directory) as FromDirectory) : null;

/**
 * How a user is bound to a directory (spec: `components/schemas/SCIMUserMetadata`); null where the directory is gone.
 *
 * @param enabled whether each directory that there is is enabled; the spec leaves the property out where it is not.
 */
export const scimView = (user: UserRow, enabled: ReadonlyMap<string, boolean>) => {
  const from = fromDirectory(user);
  if (from === null || !enabled.has(from.id)) return null;
  const bound = { directory_id: from.id, external_id: from.externalId };
  return enabled.get(from.id) ? { ...bound, directory_enabled: true } : bound;
};
