import type { Vault } from './vault/vault';
import type { Workspace } from './workspace';
import { versionFor, type WorkspaceFile } from './workspace-file';

/** The content of `workspace.json` for a workspace under this vault. */
export function workspaceText({ info }: Pick<Workspace, 'info'>, vault: Vault): string {
  const { protection: _, ...facts } = info;
  const file: WorkspaceFile = { version: versionFor(info), ...facts, vault };
  return `${JSON.stringify(file, null, 2)}\n`;
}
