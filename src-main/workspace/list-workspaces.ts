import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { diskFailure, errnoOf } from './disk-failure';
import { readWorkspace } from './read-workspace';
import type { Workspace } from './workspace';

/** The workspaces in the folders of `root`, oldest first. A folder without a readable `workspace.json` is left out. */
export async function listWorkspaces(root: string): Promise<Result<readonly Workspace[]>> {
  try {
    const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const read = await Promise.all(folders.map((folder) => readWorkspace(join(root, folder.name))));
    return success(
      read
        .flatMap((result) => (result.ok ? [result.value] : []))
        .sort((a, b) => a.info.createdAt - b.info.createdAt),
    );
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? success([]) : diskFailure(error, 'Listing the workspaces');
  }
}
