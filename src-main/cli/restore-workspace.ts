import { mkdir, readdir, rm } from 'node:fs/promises';
import { restoreInto } from '@main/engine/care/closed-workspace';
import { diskFailure, errnoOf } from '@main/workspace/disk-failure';
import { workspaceOfText } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Workspace } from '@main/workspace/workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { workspaceText } from '@main/workspace/workspace-text';
import { writeFileAtomic } from '@main/workspace/write-file-atomic';
import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { readSecret } from './read-secret';

export interface RestoredWorkspace {
  readonly workspace: WorkspaceInfo;
  /** Of the backup, ms since 1970. */
  readonly madeAt: number;
  readonly pages: number;
  readonly records: number;
  readonly openIntents: number;
}

/** A workspace out of a backup, in a folder that is new or empty. Whatever fails, the folder is left as it was. */
export async function restoreWorkspace(directory: string, from: string): Promise<Result<RestoredWorkspace>> {
  const passphrase = await readSecret('TENANTRY_PASSPHRASE');
  if (!passphrase.ok) return passphrase;
  try {
    if (!(await isEmpty(directory))) return occupied(directory);
    const made = await mkdir(directory, { recursive: true, mode: 0o700 });
    const restored = await restoreFiles(directory, from, passphrase.value);
    if (!restored.ok) await clear(directory, made);
    return restored;
  } catch (error) {
    return diskFailure(error, `Restoring ${from} into ${directory}`);
  }
}

async function restoreFiles(
  directory: string,
  from: string,
  passphrase: string,
): Promise<Result<RestoredWorkspace>> {
  let workspace: Workspace | undefined;
  const restored = await restoreInto(directory, from, async (label) => {
    const found = workspaceOfText(label, directory);
    if (found === null) return unknownLabel(from);
    workspace = found;
    const secrets = await unlockWorkspace(workspace, { passphrase });
    return secrets.ok ? success(secrets.value.databaseKey) : secrets;
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

function occupied(directory: string): Result<never> {
  return failure(
    'invalid-input',
    `${directory} is not an empty folder. It was left as it is: a backup is never restored over something.`,
    'Give a new folder, or an empty one.',
  );
}
