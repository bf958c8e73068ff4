import { chmod, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { builtCliOf, cacheFolder, clearAbandoned, runPrefix } from './built-cli';
import { folderOf } from './folder-of';

declare module 'vitest' {
  interface ProvidedContext {
    readonly runFolder: string;
  }
}

/**
 * One folder a run, with one for each test file in it: TMPDIR of the file and of every process that it starts. When the run
 * ends, the folders of files that passed go, whatever is left in them; of failed ones it says where they are.
 */
export default async function runFolder(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned(cacheFolder);
  const run = await mkdtemp(join(tmpdir(), runPrefix(process.pid)));
  // Others may pass through: some tests open files as another user.
  await chmod(run, 0o711);
  project.provide('runFolder', run);
  // In watch mode: what was built of files that are others now.
  project.onTestsRerun(() => rm(builtCliOf(run), { recursive: true, force: true }));
  return async () => {
    for (const module of project.vitest.state.getTestModules()) {
      const folder = folderOf(run, module.moduleId);
      const left = await readdir(folder).catch(() => []);
      if (module.ok() || left.length === 0)
        await rm(folder, { recursive: true, force: true, maxRetries: 10 });
      else process.stdout.write(`Kept of ${module.relativeModuleId}: ${folder}\n`);
    }
    await rm(builtCliOf(run), { recursive: true, force: true });
    // Stays while there is something in it.
    await rmdir(run).catch(() => undefined);
  };
}
