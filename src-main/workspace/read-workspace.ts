import { existsSync } from 'node:fs';
import { readFile, readlink, stat } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure, errnoOf } from './disk-failure';
import type { Workspace } from './workspace';
import { misfit, mostBytes, notJson, tooLarge } from './workspace-faults';
import { isNewer, WorkspaceFile } from './workspace-file';
import { workspacePaths } from './workspace-paths';

/** Reads what a workspace is, without opening its vault. */
export async function readWorkspace(directory: string): Promise<Result<Workspace>> {
  const { file } = workspacePaths(directory);
  try {
    // Looked at first: a pipe would be waited for without end.
    const found = await stat(file);
    if (!found.isFile()) return noFile(directory);
    if (found.size > mostBytes) return tooLarge(found.size, directory);
    return workspaceOfText(await readFile(file, 'utf8'), directory);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR' || errno === 'ELOOP')
      return (await deadLink([file, directory])) ?? missing(directory);
    return errno === 'EACCES' || errno === 'EPERM'
      ? forbidden(file)
      : diskFailure(error, t('Reading the workspace in {directory}', { directory }));
  }
}

/** The workspace that the text of a `workspace.json` describes. */
export function workspaceOfText(text: string, directory: string): Result<Workspace> {
  // An editor may have put a byte-order mark before it.
  const content = parseJson(text.replace(/^\ufeff/, ''));
  if (content === undefined) return notJson(text, directory);
  const file = WorkspaceFile.safeParse(content);
  if (file.success) return success(toWorkspace(directory, file.data));
  return isNewer(content) ? newer(directory) : misfit(content, file.error, directory);
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
    return undefined;
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

function forbidden(file: string): Result<never> {
  return failure(
    'disk-read-only',
    t('This user may not read {file}, or the folder it lies in.', { file }),
    t('Give this user the right to read and write the file and its folder (chmod u+rw), then try again.'),
  );
}

function noFile(directory: string): Result<never> {
  return failure(
    'disk-error',
    t('workspace.json in {directory} is a folder or a device, and should be a file.', { directory }),
    t('Move it away, and put workspace.json back from a backup.'),
  );
}

/** What is told of the first of these that is a link to nothing; null where none is. */
async function deadLink(paths: readonly string[]): Promise<Result<never> | null> {
  for (const path of paths) {
    const target = await readlink(path).catch(() => null);
    if (target !== null && !existsSync(path))
      return failure(
        'disk-error',
        t('{path} is a link to {target}, and nothing is there.', { path, target }),
        t('Connect the disk that it leads to, or correct the link.'),
      );
  }
  return null;
}
