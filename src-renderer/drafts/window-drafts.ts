import type { KeptDraft } from '@shared/contract/desk';
import Dexie, { type EntityTable } from 'dexie';
import type { DraftPlace } from './draft-place';

/**
 * The window's own database, not encrypted: for what belongs to no workspace. It holds the name and the address typed into the form that
 * makes one, which stand in that workspace's `workspace.json` as well.
 */
const windowDb = new Dexie('tenantry-forms') as Dexie & {
  readonly drafts: EntityTable<KeptDraft & { readonly key: string }, 'key'>;
};
windowDb.version(1).stores({ drafts: 'key' });

/** Lets go of the database, so that its files can be removed; it opens again by itself. */
export const closeWindowDrafts = (): void => windowDb.close({ disableAutoOpen: false });

/** Drafts of forms that come before any workspace is open. Nothing of a tenant, and no secret, belongs here. */
export const windowDrafts: DraftPlace = {
  read: async (keys) => {
    const found = await windowDb.drafts.bulkGet([...keys]);
    return new Map(found.flatMap((draft) => (draft === undefined ? [] : [[draft.key, draft] as const])));
  },
  keep: (key, draft) => {
    void (draft === null ? windowDb.drafts.delete(key) : windowDb.drafts.put({ key, ...draft }));
  },
};
