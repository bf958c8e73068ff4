import { engine } from '@renderer/bridge/engine';
import { shell } from '@renderer/bridge/shell';
import type { Failure } from '@shared/contract/failure';
import { createDraftOutbox } from './draft-outbox';
import { moveOldDrafts } from './old-window-db';
import { closeWindowDrafts, windowDrafts } from './window-drafts';

const moving = new Map<string, Promise<void>>();
let tellFailure: (failure: Failure) => void = () => undefined;

/** What was typed and not staged, in the encrypted workspace that it belongs to. */
export const engineDrafts = createDraftOutbox({
  client: engine,
  ready: moved,
  onFailure: (failure) => tellFailure(failure),
});

/** Who is told when a draft could not be written. It is kept in this window until then. */
export function onDraftFailure(listener: (failure: Failure) => void): void {
  tellFailure = listener;
}

/** To be called when the engine of a workspace is ready: gives it what waits in this window, and what an earlier version kept. */
export async function settleDrafts(workspaceId: string): Promise<void> {
  await moved(workspaceId);
  await engineDrafts.flush(workspaceId);
}

function moved(workspaceId: string): Promise<void> {
  const known = moving.get(workspaceId);
  if (known !== undefined) return known;
  // A database that cannot be read is looked at again when the workspace is opened next; what is typed now is kept all the same.
  const move = moveOld(workspaceId).catch(() => void moving.delete(workspaceId));
  moving.set(workspaceId, move);
  return move;
}

async function moveOld(workspaceId: string): Promise<void> {
  const [workspaces, broken] = await Promise.all([
    shell.call('workspaces', {}),
    shell.call('brokenWorkspaces', {}),
  ]);
  // Where that is not known, all are taken to be there: nothing is dropped.
  const known = workspaces.ok && broken.ok;
  const ids = new Set(workspaces.ok ? workspaces.value.map(({ id }) => String(id)) : []);
  const folders = broken.ok ? broken.value.map(({ folder }) => folder) : [];
  const exists = (id: string): boolean =>
    id !== 'connect' && (!known || ids.has(id) || folders.some((folder) => folder.endsWith(id)));
  await moveOldDrafts(workspaceId, { client: engine, exists, forms: windowDrafts, wipe });
}

async function wipe(): Promise<void> {
  closeWindowDrafts();
  await shell.call('wipeWindowDatabases', {});
}
