import { engine } from '@renderer/bridge/engine';
import { useFeed } from '@renderer/bridge/use-feed';
import type { SavedView } from '@shared/contract/desk';
import { type Result, success } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';

/** Saved views of all screens of the open workspace, in the order of saving; undefined until they are read. */
export function useSavedViews(): readonly SavedView[] | undefined {
  return useFeed('views', {}).value;
}

/** Keeps a view, in the place of the one with its id; a new one without. Returns what it is called: by another name where its own is taken. */
export async function keepView(
  workspaceId: string,
  { id = crypto.randomUUID(), ...view }: Omit<SavedView, 'id'> & { readonly id?: string | undefined },
): Promise<Result<string>> {
  const kept = await engine.call('keepViews', {
    workspaceId: WorkspaceId.parse(workspaceId),
    views: [{ id, ...view }],
  });
  return kept.ok ? success(kept.value.names[0] ?? view.name) : kept;
}

export function removeView(workspaceId: string, id: string): Promise<Result<unknown>> {
  return engine.call('removeView', { workspaceId: WorkspaceId.parse(workspaceId), id });
}
