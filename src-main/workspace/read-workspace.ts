import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure, errnoOf } from './disk-failure';
import type { Workspace } from './workspace';
import { isNewer, WorkspaceFile } from './workspace-file';
import { workspacePaths } from './workspace-paths';

/** Reads what a workspace is, without opening its vault. */
export async function readWorkspace(directory: string): Promise<Result<Workspace>> {
  try {
    const text = await readFile(workspacePaths(directory).file, 'utf8');
    return workspaceOfText(text, directory);
  } catch (error) {
    const errno = errnoOf(error);
    return errno === 'ENOENT' || errno === 'ENOTDIR'
      ? missing(directory)
      : diskFailure(error, t('Reading the workspace in {directory}', { directory }));
  }
}

/** The workspace that the text of a `workspace.json` describes. */
export function workspaceOfText(text: string, directory: string): Result<Workspace> {
  // An editor may have put a byte-order mark before it.
  const content = parseJson(text.replace(/^\ufeff/, ''));
  const file = WorkspaceFile.safeParse(content);
  if (file.success) return success(toWorkspace(directory, file.data));
  return isNewer(content) ? newer(directory) : unreadable(directory);
}

/** The workspace that a decoded `workspace.json` describes. */
export function toWorkspace(directory: string, file: WorkspaceFile): Workspace {
  const { version: _, vault, ...facts } = file;
  return { directory, info: { ...facts, protection: vault.kind }, vault };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function missing(directory: string): Result<never> {
  return failure(
    'workspace-missing',
    t('There is no workspace in {directory}.', { directory }),
    t('Check the folder, or make a workspace there first.'),
  );
}

function newer(directory: string): Result<never> {
  return failure(
    'newer-version',
    t('A newer version of Tenantry made the workspace in {directory}. Nothing was opened or changed.', {
      directory,
    }),
    t('Update Tenantry, then open it again.'),
  );
}

function unreadable(directory: string): Result<never> {
  return failure(
    'database-damaged',
    t('workspace.json in {directory} is damaged. The database beside it was not touched.', { directory }),
    t('Put workspace.json back from a backup: it holds the wrapped key of the database.'),
  );
}
