import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { diskFailure, errnoOf } from './disk-failure';
import type { Workspace } from './workspace';
import { WorkspaceFile } from './workspace-file';
import { workspacePaths } from './workspace-paths';

/** Reads what a workspace is, without opening its vault. */
export async function readWorkspace(directory: string): Promise<Result<Workspace>> {
  try {
    const text = await readFile(workspacePaths(directory).file, 'utf8');
    const workspace = workspaceOfText(text, directory);
    return workspace === null ? unreadable(directory) : success(workspace);
  } catch (error) {
    const errno = errnoOf(error);
    return errno === 'ENOENT' || errno === 'ENOTDIR'
      ? missing(directory)
      : diskFailure(error, `Reading the workspace in ${directory}`);
  }
}

/** The workspace that the text of a `workspace.json` describes; null when it describes none. */
export function workspaceOfText(text: string, directory: string): Workspace | null {
  const file = WorkspaceFile.safeParse(parseJson(text));
  return file.success ? toWorkspace(directory, file.data) : null;
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
    `There is no workspace in ${directory}.`,
    'Check the folder, or make a workspace there first.',
  );
}

function unreadable(directory: string): Result<never> {
  return failure(
    'disk-error',
    `workspace.json in ${directory} is damaged. The database beside it was not touched.`,
    'Put workspace.json back from a backup: it holds the wrapped key of the database.',
  );
}
