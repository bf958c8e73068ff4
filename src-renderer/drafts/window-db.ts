import type { JsonValue } from '@shared/domain/json';
import Dexie, { type EntityTable } from 'dexie';

/** A form field typed but not staged. */
export interface FormDraft {
  /** `<workspace>/<entity>/<record>/<field>`. */
  readonly key: string;
  readonly value: string;
  /** The service's value that stood there when typing began; the edit is made against it, whatever a sync brings meanwhile. */
  readonly base?: JsonValue;
  readonly updatedAt: number;
}

/** Filters, sort, grouping and columns of a screen under a name. */
export interface SavedView {
  readonly id: number;
  readonly workspaceId: string;
  readonly screen: string;
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** Its columns; left out by those that were saved without. */
  readonly columns?: SavedColumns;
  /** The table that these are of, as `tableName` calls it; left out by those that were saved before it was kept. */
  readonly table?: string;
}

/** The columns of a table, as somebody arranged them and added to them. */
export interface SavedColumns {
  /** Undefined: as they come. */
  readonly layout:
    | {
        readonly order: readonly string[];
        readonly hidden: readonly string[];
        readonly widths: Readonly<Record<string, number>>;
      }
    | undefined;
  /** Paths inside of metadata. */
  readonly own: readonly string[];
}

/** A record opened lately. */
export interface Recent {
  readonly key: string;
  readonly workspaceId: string;
  readonly screen: string;
  readonly recordId: string;
  readonly label: string;
  readonly at: number;
}

/** What belongs to the window and not to the tenant: it survives a crash or a reload, and never leaves this machine. */
export const windowDb = new Dexie('tenantry-window') as Dexie & {
  readonly formDrafts: EntityTable<FormDraft, 'key'>;
  readonly savedViews: EntityTable<SavedView, 'id'>;
  readonly recents: EntityTable<Recent, 'key'>;
};

windowDb.version(1).stores({
  formDrafts: 'key, updatedAt',
  savedViews: '++id, [workspaceId+screen]',
  recents: 'key, [workspaceId+at]',
});
