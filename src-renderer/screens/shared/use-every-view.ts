import { listEveryView } from '@renderer/drafts/saved-views';
import type { SavedView } from '@renderer/drafts/window-db';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { useLiveQuery } from 'dexie-react-hooks';

/** Saved views of all screens of this workspace; undefined until they are read. */
export function useEveryView(): readonly SavedView[] | undefined {
  const workspaceId = useWorkspaceId();
  return useLiveQuery(() => listEveryView(workspaceId), [workspaceId]);
}
