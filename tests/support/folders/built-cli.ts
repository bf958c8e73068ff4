import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Under `node_modules`, where the native SQLite is found. */
export const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));

/** How the folder of a run begins: it names the process, so that what one left that was killed is known as nobody's. */
export const runPrefix = (pid: number): string => `tenantry-run-${pid}-`;

/** Where a run has its command line built. */
export const builtCliOf = (runFolder: string): string => join(cacheFolder, `${basename(runFolder)}-cli`);

/** Removes what runs built that were killed, and could not tidy up. */
export async function clearAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid] = /^tenantry-run-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's runs as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
