import { engine } from '@renderer/bridge/engine';
import { useFeed } from '@renderer/bridge/use-feed';
import type { SavedView } from '@shared/contract/desk';
import type { Result } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';

/** Saved views of all screens of the open workspace, in the order of saving; undefined until they are read. */
export function useSavedViews(): readonly SavedView[] | undefined {
  return useFeed('views', {}).value;
}

/** Keeps a view, in the place of the one with its id; a new one without. */
export function keepView(
  workspaceId: string,
  { id = crypto.randomUUID(), ...view }: Omit<SavedView, 'id'> & { readonly id?: string | undefined },
): Promise<Result<unknown>> {
  return engine.call('keepViews', { workspaceId: WorkspaceId.parse(workspaceId), views: [{ id, ...view }] });
}

export function removeView(workspaceId: string, id: string): Promise<Result<unknown>> {
  return engine.call('removeView', { workspaceId: WorkspaceId.parse(workspaceId), id });
}
