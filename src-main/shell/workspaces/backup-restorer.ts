import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readLabel } from '@main/engine/maintenance/read-label';
import { failure, type Result, success } from '@shared/contract/failure';
import type { ChosenBackup, WorkspaceInfo } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { diskFailure } from '../../workspace/disk-failure';
import { readWorkspace, workspaceOfText } from '../../workspace/read-workspace';
import { restoreWorkspace } from '../../workspace/restore-workspace';
import { restoreInProcess } from '../engine/restore-in-process';
import type { ProcessParts } from './opened-workspace';

/** Backups become workspaces of this profile, one at a time. The window never learns more of a file than its name. */
export interface BackupRestorer {
  /** Asks for a file and tells what it says of itself; null when none was chosen. */
  choose(
    ask: () => Promise<string | null>,
    /** A damaged workspace that its backup may replace. */
    instead: WorkspaceId | null,
  ): Promise<Result<ChosenBackup | null>>;
  /** Restores the file chosen last. Where it replaces a workspace, `closedFor` closes that meanwhile, once all of the backup was read. */
  restore(
    passphrase: string,
    closedFor: (swap: () => Promise<Result<null>>) => Promise<Result<null>>,
  ): Promise<Result<WorkspaceInfo>>;
}

export function createBackupRestorer(
  root: string,
  forkEngine: ProcessParts['forkEngine'],
  onProgress: (fraction: number) => void,
): BackupRestorer {
  let chosen: { readonly from: string; readonly id: WorkspaceId; readonly replaces: boolean } | null = null;

  return {
    async choose(ask, instead) {
      chosen = null;
      const from = await ask();
      if (from === null) return success(null);
      const read = await readLabel(from);
      if (!read.ok) return read;
      const workspace = workspaceOfText(read.value.label, root);
      if (!workspace.ok) return newer(from);
      const { id, name, url, environment, snapshot = null } = workspace.value.info;
      const folder = join(root, id);
      const replaces = id === instead;
      if (!replaces && (await readWorkspace(folder)).ok) return hereAlready(name);
      if (!replaces && existsSync(folder)) return inTheWay(folder);
      chosen = { from, id, replaces };
      return success({
        fileName: basename(from),
        name,
        url,
        environment,
        madeAt: read.value.madeAt,
        snapshot,
      });
    },

    async restore(passphrase, closedFor) {
      if (chosen === null) return noneChosen();
      const { from, id, replaces } = chosen;
      const aside = `${id}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
      const place = join(root, id);
      // Beside the folder of all workspaces, where none is looked for.
      const directory = replaces ? join(root, '..', 'restoring', aside) : place;
      const restored = await restoreWorkspace({
        directory,
        from,
        passphrase,
        restoreFiles: async (to, file, unlock) => {
          const read = await readLabel(file);
          if (!read.ok) return read;
          const key = await unlock(read.value.label);
          return key.ok
            ? restoreInProcess(forkEngine, { directory: to, from: file, key: key.value }, onProgress)
            : key;
        },
      });
      if (!restored.ok) return restored;
      if (replaces) {
        const damaged = join(root, '..', 'damaged', aside);
        const swapped = await closedFor(() => swap(place, directory, damaged));
        if (!swapped.ok) return swapped;
      }
      chosen = null;
      return success(restored.value.workspace);
    },
  };
}

/** Puts a restored folder in the place of a damaged one, which is moved aside and kept; as it was where that does not go. */
async function swap(place: string, restored: string, aside: string): Promise<Result<null>> {
  try {
    await mkdir(dirname(aside), { recursive: true });
    await rename(place, aside);
    await rename(restored, place).catch(async (error: unknown) => {
      await rename(aside, place);
      throw error;
    });
    return success(null);
  } catch (error) {
    return diskFailure(error, t('Putting the restored workspace in the place of {place}', { place }));
  }
}

function newer(from: string): Result<never> {
  return failure(
    'database-damaged',
    t('{from} does not say which workspace it holds. Nothing was restored.', { from: basename(from) }),
    t('Update Tenantry: a newer one may have made it.'),
  );
}

function hereAlready(name: string): Result<never> {
  return failure(
    'invalid-input',
    t('{name}, the workspace in this backup, is on this machine already. It was left as it is.', { name }),
    t('Open it; or forget it first, if the backup shall take its place.'),
  );
}

function inTheWay(folder: string): Result<never> {
  return failure(
    'invalid-input',
    t('{folder}, where this workspace belongs, holds something else. It was left as it is.', { folder }),
    t('Move that folder away, then restore the backup.'),
  );
}

function noneChosen(): Result<never> {
  return failure('invalid-input', t('No backup is chosen. Nothing was restored.'), t('Choose one first.'));
}
