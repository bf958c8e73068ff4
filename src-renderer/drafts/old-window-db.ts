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

/**
 * Moves what an earlier version kept of a workspace into its engine, which must be that of this workspace. Each part is deleted here as
 * soon as the engine has it on disk, whatever becomes of the next: what was staged or let go of since does not come back. Killed in between, it is moved
 * again, and what was typed since stays. The last one removes the database; not while something is left that the engine refused.
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
    const refused = new Set<string>();
    for (const some of inParts(drafts, 500)) {
      const moved = await client.call('keepDrafts', {
        workspaceId: own,
        drafts: some.map(({ key, value, base }) => ({
          key: splitKey(key)[1],
          draft: base === undefined ? { value } : { value, base },
        })),
        onlyNew: true,
      });
      if (!moved.ok) return;
      for (const { key } of moved.value.refused) refused.add(`${own}/${key}`);
      const kept = some.map(({ key }) => key).filter((key) => !refused.has(key));
      await old.formDrafts.bulkDelete(kept);
    }
    for (const some of inParts(views, 500)) {
      const moved = await client.call('keepViews', { workspaceId: own, views: some.flatMap(viewOf) });
      if (!moved.ok) return;
      await old.savedViews.bulkDelete(some.map(({ id }) => id));
    }
    for (const some of inParts(recents, 100)) {
      const moved = await client.call('keepRecents', { workspaceId: own, recents: some.flatMap(recentOf) });
      if (!moved.ok) return;
      await old.recents.bulkDelete(some.map(({ key }) => key));
    }
    const left = [...rows.map(({ key }) => splitKey(key)[0]), ...(await ownersOf(old))];
    if (refused.size > 0 || left.some((id) => id !== own && exists(id))) return;
    const typed = await forms.read(['connect/name', 'connect/url']);
    old.close();
    await wipe();
    for (const { key, value } of rows) if (key.startsWith('connect/')) forms.keep(key, { value });
    for (const [key, draft] of typed) forms.keep(key, draft);
  } finally {
    old.close();
  }
}

/** As many as the engine takes in one call. */
const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );

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
