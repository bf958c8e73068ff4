import { type Recent, windowDb } from './window-db';

const kept = 20;

/** Remembers that a record was opened; the oldest beyond twenty are forgotten. */
export async function rememberRecent(recent: Omit<Recent, 'key' | 'at'>): Promise<void> {
  await windowDb.recents.put({
    ...recent,
    key: `${recent.workspaceId}/${recent.screen}/${recent.recordId}`,
    at: Date.now(),
  });
  const all = await listRecents(recent.workspaceId);
  await windowDb.recents.bulkDelete(all.slice(kept).map(({ key }) => key));
}

/** Newest first. */
export async function listRecents(workspaceId: string): Promise<readonly Recent[]> {
  return windowDb.recents
    .where('[workspaceId+at]')
    .between([workspaceId, 0], [workspaceId, Number.MAX_SAFE_INTEGER])
    .reverse()
    .toArray();
}
