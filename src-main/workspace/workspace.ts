import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import type { Vault } from './vault/vault';

/** What an engine is told of its workspace; nothing secret. */
export const labelOf = ({ id, name, scenario, snapshot, service }: Readonly<WorkspaceInfo>) => ({
  ...{ id, name, scenario, snapshot, service },
});

/** A workspace on disk, still locked. */
export interface Workspace {
  readonly directory: string;
  readonly info: Readonly<WorkspaceInfo>;
  readonly vault: Vault;
}
