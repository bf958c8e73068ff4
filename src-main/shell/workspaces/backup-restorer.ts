import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readLabel } from '@main/engine/maintenance/read-label';
import { failure, type Result, success } from '@shared/contract/failure';
import type { ChosenBackup, WorkspaceInfo } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import { readWorkspace, workspaceOfText } from '../../workspace/read-workspace';
import { restoreWorkspace } from '../../workspace/restore-workspace';
import { restoreInProcess } from '../engine/restore-in-process';
import type { ProcessParts } from './opened-workspace';

/** Backups become workspaces of this profile, one at a time. The window never learns more of a file than its name. */
export interface BackupRestorer {
  /** Asks for a file and tells what it says of itself; null when none was chosen. */
  choose(ask: () => Promise<string | null>): Promise<Result<ChosenBackup | null>>;
  /** Restores the file chosen last. */
  restore(passphrase: string): Promise<Result<WorkspaceInfo>>;
}

export function createBackupRestorer(
  root: string,
  forkEngine: ProcessParts['forkEngine'],
  onProgress: (fraction: number) => void,
): BackupRestorer {
  let chosen: { readonly from: string; readonly id: WorkspaceId } | null = null;

  return {
    async choose(ask) {
      chosen = null;
      const from = await ask();
      if (from === null) return success(null);
      const read = await readLabel(from);
      if (!read.ok) return read;
      const workspace = workspaceOfText(read.value.label, root);
      if (!workspace.ok) return newer(from);
      const { id, name, url, environment, snapshot = null } = workspace.value.info;
      const folder = join(root, id);
      if ((await readWorkspace(folder)).ok) return hereAlready(name);
      if (existsSync(folder)) return inTheWay(folder);
      chosen = { from, id };
      return success({
        fileName: basename(from),
        name,
        url,
        environment,
        madeAt: read.value.madeAt,
        snapshot,
      });
    },

    async restore(passphrase) {
      if (chosen === null) return noneChosen();
      const restored = await restoreWorkspace({
        directory: join(root, chosen.id),
        from: chosen.from,
        passphrase,
        restoreFiles: async (directory, from, unlock) => {
          const read = await readLabel(from);
          if (!read.ok) return read;
          const key = await unlock(read.value.label);
          return key.ok ? restoreInProcess(forkEngine, { directory, from, key: key.value }, onProgress) : key;
        },
      });
      if (!restored.ok) return restored;
      chosen = null;
      return success(restored.value.workspace);
    },
  };
}

function newer(from: string): Result<never> {
  return failure(
    'database-damaged',
    `${basename(from)} does not say which workspace it holds. Nothing was restored.`,
    'Update Tenantry: a newer one may have made it.',
  );
}

function hereAlready(name: string): Result<never> {
  return failure(
    'invalid-input',
    `${name}, the workspace in this backup, is on this machine already. It was left as it is.`,
    'Open it; or forget it first, if the backup shall take its place.',
  );
}

function inTheWay(folder: string): Result<never> {
  return failure(
    'invalid-input',
    `${folder}, where this workspace belongs, holds something else. It was left as it is.`,
    'Move that folder away, then restore the backup.',
  );
}

function noneChosen(): Result<never> {
  return failure('invalid-input', 'No backup is chosen. Nothing was restored.', 'Choose one first.');
}
