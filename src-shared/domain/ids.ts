import { z } from 'zod';

/** Id of a record: the service's own (`org_…`, `user_…`, `orgmem_…`) or provisional (`new_…`). */
export const RecordId = z.string().min(1).max(200).brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** Id of an intent, `int_…`; ids sort in the order of staging. */
export const IntentId = z.string().min(1).max(64).brand<'IntentId'>();
export type IntentId = z.infer<typeof IntentId>;

/** Id of a change set, `set_…`; the one everybody starts with is `set_default`. */
export const ChangeSetId = z.string().min(1).max(64).brand<'ChangeSetId'>();
export type ChangeSetId = z.infer<typeof ChangeSetId>;

/** Id of a workspace: also the name of its folder, hence the narrow alphabet. */
export const WorkspaceId = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .brand<'WorkspaceId'>();
export type WorkspaceId = z.infer<typeof WorkspaceId>;

const provisionalPrefix = 'new_';

/** A provisional id stands for a record that the service does not know yet. */
export function isProvisional(id: string): boolean {
  return id.startsWith(provisionalPrefix);
}

/** Finds which of some provisional ids a text names: one walk over it, however many there are. Where one begins with another, the longer one is meant. */
export function provisionalFinder(known: ReadonlySet<RecordId>): (text: string) => readonly RecordId[] {
  const lengths = [...new Set([...known].map(({ length }) => length))].sort((a, b) => b - a);
  return (text) => {
    const named = new Set<RecordId>();
    for (let at = text.indexOf(provisionalPrefix); at >= 0; at = text.indexOf(provisionalPrefix, at + 1)) {
      const ids = lengths.map((length) => text.slice(at, at + length) as RecordId);
      const id = ids.find((each) => known.has(each));
      if (id !== undefined) named.add(id);
    }
    return [...named];
  };
}

/** Makes a provisional id from a unique suffix (a UUID without dashes, say). */
export function provisionalId(unique: string): RecordId {
  return RecordId.parse(provisionalPrefix + unique);
}
