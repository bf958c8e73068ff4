import { join } from 'node:path';

/** The files of a workspace folder by name. The engine adds `tenantry.db` and what SQLite keeps beside it. */
export function workspacePaths(directory: string) {
  return {
    file: join(directory, 'workspace.json'),
    /** Under the next key, while that is being changed. */
    next: join(directory, 'workspace.json.next'),
    lock: join(directory, 'lock'),
    profileKey: join(directory, 'profile.key'),
    /** Of a snapshot that ends: the latest time at which it was opened, ms. */
    seen: join(directory, 'opened-until'),
    database: join(directory, 'tenantry.db'),
    journal: join(directory, 'tenantry.intents'),
    sandbox: join(directory, 'sandbox'),
    proxyLogins: join(directory, 'proxy-logins.json'),
    windows: join(directory, 'windows.json'),
  } as const;
}
