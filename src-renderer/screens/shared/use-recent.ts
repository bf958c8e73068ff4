import { rememberRecent } from '@renderer/drafts/recents';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { ScreenName } from '@shared/contract/screens';
import { useEffect } from 'react';

/** Remembers that a record was opened, once its name is known; under no screen, it is not. */
export function useRecent(screen: ScreenName | undefined, recordId: string, label: string | undefined): void {
  const workspaceId = useWorkspaceId();
  useEffect(() => {
    if (screen !== undefined && label !== undefined)
      void rememberRecent({ workspaceId, screen, recordId, label });
  }, [workspaceId, screen, recordId, label]);
}
