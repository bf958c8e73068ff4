import { join } from 'node:path';

/** The files of a workspace folder by name. The engine adds `tenantry.db` and what SQLite keeps beside it. */
export function workspacePaths(directory: string) {
  return {
    file: join(directory, 'workspace.json'),
    lock: join(directory, 'lock'),
    profileKey: join(directory, 'profile.key'),
    database: join(directory, 'tenantry.db'),
    sandbox: join(directory, 'sandbox'),
  } as const;
}
