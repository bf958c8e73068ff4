import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure, isAbsence } from './disk-failure';
import { isThere } from './if-there';
import { readWorkspace } from './read-workspace';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';

/** A folder that holds a workspace which cannot be opened, and why. */
export interface BrokenWorkspace {
  readonly directory: string;
  readonly failure: Failure;
}

export interface ListedWorkspaces {
  /** Oldest first. */
  readonly workspaces: readonly Workspace[];
  readonly broken: readonly BrokenWorkspace[];
}

/** The workspaces in the folders of `root`, also those behind links. A folder without any file of a workspace is left out. */
export async function listWorkspaces(root: string): Promise<Result<ListedWorkspaces>> {
  try {
    const names = (await readdir(root, { withFileTypes: true })).filter(
      (entry) => entry.isDirectory() || entry.isSymbolicLink(),
    );
    const workspaces: Workspace[] = [];
    const broken: BrokenWorkspace[] = [];
    for (const { name } of names) {
      const directory = join(root, name);
      const read = await readWorkspace(directory);
      if (read.ok) workspaces.push(read.value);
      else {
        const failure = read.error.code === 'workspace-missing' ? await orphanIn(directory) : read.error;
        if (failure !== null) broken.push({ directory, failure });
      }
    }
    workspaces.sort((a, b) => a.info.createdAt - b.info.createdAt);
    return success({ workspaces, broken });
  } catch (error) {
    return isAbsence(error)
      ? success({ workspaces: [], broken: [] })
      : diskFailure(error, t('Listing the workspaces'));
  }
}

/** What is told of a folder without `workspace.json`; null where no workspace ever was. */
async function orphanIn(directory: string): Promise<Failure | null> {
  try {
    return (await isThere(workspacePaths(directory).database)) ? withoutLabel(directory) : null;
  } catch (error) {
    const failed = diskFailure(error, t('Reading the workspace in {directory}', { directory }));
    return failed.ok ? null : failed.error;
  }
}

function withoutLabel(directory: string): Failure {
  return {
    code: 'disk-error',
    message: t(
      '{directory} holds a database, and its workspace.json is missing. The database was not touched.',
      { directory },
    ),
    next: t('Put workspace.json back from a backup: it holds the wrapped key of the database.'),
  };
}
