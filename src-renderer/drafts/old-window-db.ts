import type { EngineClient } from '@renderer/bridge/engine-client';
import { type KeptDraft, Recent, SavedView } from '@shared/contract/desk';
import { WorkspaceId } from '@shared/domain/ids';
import Dexie, { type EntityTable } from 'dexie';
import { type DraftPlace, splitKey } from './draft-place';

/** What versions before 0.2 wrote down in the clear, until it is moved into its workspace. */
const name = 'tenantry-window';

type OldDb = Dexie & {
  readonly formDrafts: EntityTable<KeptDraft & { readonly key: string }, 'key'>;
  readonly savedViews: EntityTable<{ readonly id: number; readonly workspaceId: string }, 'id'>;
  readonly recents: EntityTable<Recent & { readonly key: string; readonly workspaceId: string }, 'key'>;
};

/** The database as those versions made it. */
export function oldWindowDb(): OldDb {
  const old = new Dexie(name) as OldDb;
  old.version(1).stores({
    formDrafts: 'key, updatedAt',
    savedViews: '++id, [workspaceId+screen]',
    recents: 'key, [workspaceId+at]',
  });
  return old;
}

export interface MoveParts {
  readonly client: Pick<EngineClient, 'call'>;
  /** Whether a workspace is on this machine still; what belongs to none is dropped with the rest. */
  readonly exists: (workspaceId: string) => boolean;
  /** Takes what belongs to no workspace. */
  readonly forms: DraftPlace;
  /** Removes the database with its files, and `forms` before they are kept anew. */
  readonly wipe: () => Promise<unknown>;
}

const mostAtOnce = 500;

/**
 * Moves what an earlier version kept of a workspace into its engine, which must be that of this workspace. Deleted here only once the
 * engine has it on disk: killed in between, it is moved again, and what was typed since stays. The last one removes the database.
 */
export async function moveOldDrafts(
  workspaceId: string,
  { client, exists, forms, wipe }: MoveParts,
): Promise<void> {
  if (!(await Dexie.exists(name))) return;
  const old = oldWindowDb();
  try {
    const own = WorkspaceId.parse(workspaceId);
    const isOwn = ({ workspaceId: of }: { readonly workspaceId: string }): boolean => of === own;
    const rows = await old.formDrafts.toArray();
    const drafts = rows.filter(({ key }) => splitKey(key)[0] === own);
    const views = await old.savedViews.filter(isOwn).toArray();
    const recents = await old.recents.filter(isOwn).toArray();
    for (let first = 0; first < drafts.length; first += mostAtOnce) {
      const some = drafts.slice(first, first + mostAtOnce).map(({ key, value, base }) => ({
        key: splitKey(key)[1],
        draft: base === undefined ? { value } : { value, base },
      }));
      const moved = await client.call('keepDrafts', { workspaceId: own, drafts: some, onlyNew: true });
      if (!moved.ok) return;
    }
    const kept = await Promise.all([
      client.call('keepViews', { workspaceId: own, views: views.flatMap(viewOf) }),
      client.call('keepRecents', { workspaceId: own, recents: recents.flatMap(recentOf) }),
    ]);
    if (kept.some(({ ok }) => !ok)) return;
    await old.formDrafts.bulkDelete(drafts.map(({ key }) => key));
    await old.savedViews.bulkDelete(views.map(({ id }) => id));
    await old.recents.bulkDelete(recents.map(({ key }) => key));
    const left = [...rows.map(({ key }) => splitKey(key)[0]), ...(await ownersOf(old))];
    if (left.some((id) => id !== own && exists(id))) return;
    const typed = await forms.read(['connect/name', 'connect/url']);
    old.close();
    await wipe();
    for (const { key, value } of rows) if (key.startsWith('connect/')) forms.keep(key, { value });
    for (const [key, draft] of typed) forms.keep(key, draft);
  } finally {
    old.close();
  }
}

async function ownersOf({ savedViews, recents }: OldDb): Promise<readonly string[]> {
  const rows = [...(await savedViews.toArray()), ...(await recents.toArray())];
  return rows.map(({ workspaceId }) => workspaceId);
}

// None for what no version could show.
function viewOf({ id, ...view }: { readonly id: number }): readonly SavedView[] {
  const read = SavedView.safeParse({ ...view, id: `old-${id}` });
  return read.success ? [read.data] : [];
}

function recentOf(recent: Recent): readonly Recent[] {
  const read = Recent.safeParse(recent);
  return read.success ? [read.data] : [];
}
