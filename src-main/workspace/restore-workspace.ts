import { readdir } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { diskFailure, errnoOf } from './disk-failure';
import { makeFolder } from './new-folder';
import { workspaceOfText } from './read-workspace';
import { unlockWorkspace } from './unlock-workspace';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';
import { workspaceText } from './workspace-text';
import { writeFileAtomic } from './write-file-atomic';

/** What came out of a backup. */
export interface RestoredFiles {
  /** Of the backup, ms since 1970. */
  readonly madeAt: number;
  readonly pages: number;
  readonly records: number;
  readonly openIntents: number;
}

export interface WantedRestore {
  /** New or empty. */
  readonly directory: string;
  /** The backup. */
  readonly from: string;
  /** Of the backup. */
  readonly passphrase: string;
  /** Puts database and journal in place; `unlock` gets the database's key out of the label that the backup carries. */
  readonly restoreFiles: (
    directory: string,
    from: string,
    unlock: (label: string) => Promise<Result<string>>,
  ) => Promise<Result<RestoredFiles>>;
}

export type RestoredWorkspace = RestoredFiles & { readonly workspace: WorkspaceInfo };

/** A workspace out of a backup. What fails is cleared away, and nothing that was there is touched. */
export async function restoreWorkspace(wanted: WantedRestore): Promise<Result<RestoredWorkspace>> {
  const { directory, from } = wanted;
  try {
    if (!(await isEmpty(directory))) return occupied(directory);
    const folder = await makeFolder(directory);
    const restored = await restore(wanted).catch(async (error: unknown) => {
      await folder.takeBack(writtenBy(directory));
      throw error;
    });
    if (!restored.ok) await folder.takeBack(writtenBy(directory));
    return restored;
  } catch (error) {
    return diskFailure(error, t('Restoring {from} into {directory}', { from, directory }));
  }
}

async function restore(wanted: WantedRestore): Promise<Result<RestoredWorkspace>> {
  const { directory, from, passphrase } = wanted;
  let workspace: Workspace | undefined;
  const restored = await wanted.restoreFiles(directory, from, async (label) => {
    const found = workspaceOfText(label, directory);
    if (!found.ok) return found.error.code === 'newer-version' ? found : unknownLabel(from);
    workspace = found.value;
    const secrets = await unlockWorkspace(workspace, { passphrase });
    if (secrets.ok) return success(secrets.value.databaseKey);
    return secrets.error.code === 'wrong-passphrase' ? wrongPassphrase() : secrets;
  });
  if (!restored.ok) return restored;
  if (workspace === undefined) throw new Error('a backup was restored without its key');
  // Last: a folder without this file is no workspace.
  await writeFileAtomic(workspacePaths(directory).file, workspaceText(workspace, workspace.vault));
  return success({ workspace: workspace.info, ...restored.value });
}

async function isEmpty(directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length === 0;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true;
    if (errnoOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** What a restore writes. Whatever else has come into the folder meanwhile is somebody else's. */
function writtenBy(directory: string): readonly string[] {
  const { file, database, journal } = workspacePaths(directory);
  const beside = ['', '.restoring', '-wal', '-shm', '-journal', '-mark', '-damaged'];
  return [...beside.map((suffix) => database + suffix), journal, file];
}

function unknownLabel(from: string): Result<never> {
  return failure(
    'database-damaged',
    t('The backup {from} does not say how its key is kept. Nothing was restored.', { from }),
    t('Update Tenantry: a newer one may have made it.'),
  );
}

function wrongPassphrase(): Result<never> {
  return failure(
    'wrong-passphrase',
    t('The passphrase does not fit this backup. Nothing was restored.'),
    t('Type the one that its workspace had that day, or the one chosen for the backup.'),
  );
}

function occupied(directory: string): Result<never> {
  return failure(
    'invalid-input',
    t(
      '{directory} is not an empty folder. It was left as it is: a backup is never restored over something.',
      { directory },
    ),
    t('Give a new folder, or an empty one.'),
  );
}
