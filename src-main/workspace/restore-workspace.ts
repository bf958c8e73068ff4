import { mkdir, readdir, rm } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { diskFailure, errnoOf } from './disk-failure';
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
    const made = await mkdir(directory, { recursive: true, mode: 0o700 });
    const restored = await restore(wanted);
    if (!restored.ok) await clear(directory, made);
    return restored;
  } catch (error) {
    return diskFailure(error, `Restoring ${from} into ${directory}`);
  }
}

async function restore(wanted: WantedRestore): Promise<Result<RestoredWorkspace>> {
  const { directory, from, passphrase } = wanted;
  let workspace: Workspace | undefined;
  const restored = await wanted.restoreFiles(directory, from, async (label) => {
    const found = workspaceOfText(label, directory);
    if (found === null) return unknownLabel(from);
    workspace = found;
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

/** Takes away what a failed restore made: the new folders, or the new files in one that was there. */
async function clear(directory: string, made: string | undefined): Promise<void> {
  const { database, journal } = workspacePaths(directory);
  for (const path of made === undefined ? [database, journal] : [made]) {
    await rm(path, { recursive: true, force: true });
  }
}

function unknownLabel(from: string): Result<never> {
  return failure(
    'database-damaged',
    `The backup ${from} does not say how its key is kept. Nothing was restored.`,
    'Update Tenantry: a newer one may have made it.',
  );
}

function wrongPassphrase(): Result<never> {
  return failure(
    'wrong-passphrase',
    'The passphrase does not fit this backup. Nothing was restored.',
    'Type the one that its workspace had that day, or the one chosen for the backup.',
  );
}

function occupied(directory: string): Result<never> {
  return failure(
    'invalid-input',
    `${directory} is not an empty folder. It was left as it is: a backup is never restored over something.`,
    'Give a new folder, or an empty one.',
  );
}
