import { shell } from '@renderer/bridge/shell';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import type { AskPart } from '@shared/contract/ask-parts';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';

/** Asks the copies of the open platform's pools, each in a process of its own. The passphrase is for those that have one. */
export function useAskPart(passphrase: string): AskPart {
  const platform = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const copies = new Map<string, WorkspaceInfo>();
  // Of several the newest answers.
  for (const each of workspaces)
    if (each.platform && each.platform.workspaceId === platform?.id)
      copies.set(each.platform.applicationId, each);
  return async ({ applicationId }, order) => {
    const copy = copies.get(applicationId);
    if (copy === undefined) return null;
    const secret = copy.protection === 'passphrase' ? { passphrase } : {};
    return shell.call('reviewPool', { id: copy.id, order, ...secret });
  };
}
