import { useWorkspace } from './use-session';

/** Id of the open workspace: the first part of a draft's key. '' while none is open. */
export function useWorkspaceId(): string {
  return useWorkspace()?.id ?? '';
}
