import type { WorkspaceInfo } from '@shared/contract/shell';
import type { Vault } from './vault/vault';

/** A workspace on disk, still locked. */
export interface Workspace {
  readonly directory: string;
  readonly info: Readonly<WorkspaceInfo>;
  readonly vault: Vault;
}
