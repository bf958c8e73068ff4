import { rememberRecent } from '@renderer/drafts/recents';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { ScreenName } from '@shared/contract/screens';
import { useEffect } from 'react';

/** Remembers that a record was opened, once its name is known. */
export function useRecent(screen: ScreenName, recordId: string, label: string | undefined): void {
  const workspaceId = useWorkspaceId();
  useEffect(() => {
    if (label !== undefined) void rememberRecent({ workspaceId, screen, recordId, label });
  }, [workspaceId, screen, recordId, label]);
}
