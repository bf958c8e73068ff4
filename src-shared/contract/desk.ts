import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { JsonValue } from '../domain/json';
import { longestViewName } from '../domain/views/named-apart';
import { t } from '../language/t';
import { ScreenName } from './screens';

/** `<entity>/<record>/<field>`: where something is typed. */
export const DraftKey = z.string().min(1).max(2_000, t('its place has a name of more than 2,000 characters'));

/** What is typed into a form field and not staged. */
export const KeptDraft = z.object({
  value: z.string().max(50_000_000, t('it is longer than 50 million characters')),
  /** The service's value that stood there when typing began; the edit is made against it, whatever a sync brings meanwhile. */
  base: JsonValue.optional(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

const Columns = z.array(z.string().max(1_000)).max(500).readonly();

/** The columns of a table, as somebody arranged them and added to them. */
export const SavedColumns = z.object({
  /** Undefined: as they come. */
  layout: z.object({ order: Columns, hidden: Columns, widths: z.record(z.string(), z.number()) }).optional(),
  /** Paths inside of metadata. */
  own: Columns,
});
export type SavedColumns = z.infer<typeof SavedColumns>;

/** Filters, sort, grouping and columns of a screen under a name. */
export const SavedView = z.object({
  id: z.string().min(1).max(100),
  screen: z.string().max(100),
  name: z.string().trim().min(1).max(longestViewName),
  params: z.record(z.string(), z.string()),
  /** Its columns; left out by those that were saved without. */
  columns: SavedColumns.optional(),
  /** The table that these are of, as `tableName` calls it; left out by those that were saved before it was kept. */
  table: z.string().optional(),
});
export type SavedView = z.infer<typeof SavedView>;

/** A record opened lately, on the screen that shows it. */
export const Recent = z.object({
  screen: ScreenName,
  recordId: z.string().min(1).max(200),
  label: z.string().max(1_000),
  /** ms */
  at: z.number(),
});
export type Recent = z.infer<typeof Recent>;

const nothing = z.object({});
/** An engine of another workspace refuses: what is typed for one never comes to lie in another. */
const ofWorkspace = { workspaceId: WorkspaceId };

/**
 * What lies on the desk of whoever works here and is nobody else's business: kept in the encrypted workspace and in its backups, never
 * sent, in no copy for others. Expected failure of each write: `invalid-input` for another workspace than the engine's.
 */
export const deskOperations = {
  /** Of these keys, those that hold something. */
  drafts: {
    kind: 'read',
    input: z.object({ ...ofWorkspace, keys: z.array(z.string()).max(1_000) }),
    output: z.array(KeptDraft.extend({ key: z.string() })),
  },
  /**
   * Each draft by itself: what is no `KeptDraft` under a `DraftKey` is refused, and `why` says what is wrong with it. The others
   * are on disk once it is answered, all or none. A null forgets. `onlyNew` leaves what is there as it is.
   */
  keepDrafts: {
    kind: 'write',
    again: true,
    inSnapshots: true,
    input: z.object({
      ...ofWorkspace,
      drafts: z.array(z.object({ key: z.string(), draft: z.unknown() })).max(1_000),
      onlyNew: z.boolean().default(false),
    }),
    output: z.object({ refused: z.array(z.object({ key: z.string(), why: z.string() })) }),
  },
  /** Views of all screens, in the order of saving. */
  views: { kind: 'read', input: nothing, output: z.array(SavedView) },
  /** In the place of those with the same ids, or behind the others; a name that another one has on its screen gets a number. `names`: as they are called now. */
  keepViews: {
    kind: 'write',
    again: true,
    inSnapshots: true,
    input: z.object({ ...ofWorkspace, views: z.array(SavedView).max(1_000) }),
    output: z.object({ names: z.array(z.string()) }),
  },
  removeView: {
    kind: 'write',
    again: true,
    inSnapshots: true,
    input: z.object({ ...ofWorkspace, id: SavedView.shape.id }),
    output: nothing,
  },
  /** Newest first, twenty at most. */
  recents: { kind: 'read', input: nothing, output: z.array(Recent) },
  keepRecents: {
    kind: 'write',
    again: true,
    inSnapshots: true,
    input: z.object({ ...ofWorkspace, recents: z.array(Recent).max(100) }),
    output: nothing,
  },
} as const;
