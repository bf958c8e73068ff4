import { engine } from '@renderer/bridge/engine';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { ScreenName } from '@shared/contract/screens';
import { WorkspaceId } from '@shared/domain/ids';
import { useEffect } from 'react';

/** Remembers that a record was opened, once its name is known; under no screen, it is not. */
export function useRecent(screen: ScreenName | undefined, recordId: string, label: string | undefined): void {
  const workspaceId = useWorkspaceId();
  useEffect(() => {
    const of = WorkspaceId.safeParse(workspaceId);
    if (screen === undefined || label === undefined || recordId === '' || !of.success) return;
    const recents = [{ screen, recordId, label: label.slice(0, 1_000), at: Date.now() }];
    void engine.call('keepRecents', { workspaceId: of.data, recents });
  }, [workspaceId, screen, recordId, label]);
}
